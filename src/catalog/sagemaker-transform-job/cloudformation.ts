/** A resource type of CloudTrail records only. */
export const TRANSFORM_JOB = 'AWS::SageMaker::TransformJob';

/** CloudFormation has no type for a transform job: it is an action and not a resource that stays. */
export function cloudFormation(): undefined {
  return undefined;
}
