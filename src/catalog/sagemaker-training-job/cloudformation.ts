/** A resource type of CloudTrail records only. */
export const TRAINING_JOB = 'AWS::SageMaker::TrainingJob';

/** CloudFormation has no type for a training job: it is an action and not a resource that stays. */
export function cloudFormation(): undefined {
  return undefined;
}
