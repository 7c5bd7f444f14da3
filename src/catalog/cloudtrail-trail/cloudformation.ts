import type { NodeOf } from '../../engine/facets';
import { attribute, present, reference, type CloudFormation } from '../cloudformation';
import type { Props } from './props';

export const TRAIL = 'AWS::CloudTrail::Trail';

/** Advanced selectors throughout: SageMaker and SNS cannot be selected with basic ones. */
export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { props } = node;
  const equals = (name: string, value: string) => ({ Field: name, Equals: [value] });
  return {
    Type: TRAIL,
    Properties: present({
      TrailName: node.name,
      S3BucketName: props.bucket ? reference(props.bucket) : undefined,
      IsLogging: props.isLogging,
      IsMultiRegionTrail: props.multiRegion,
      // AWS refuses a multi-Region trail without the global services.
      IncludeGlobalServiceEvents: props.multiRegion ? true : undefined,
      EnableLogFileValidation: props.logFileValidation,
      KMSKeyId: props.kmsKey ? attribute(props.kmsKey, 'Arn') : undefined,
      CloudWatchLogsLogGroupArn: props.logGroup ? attribute(props.logGroup, 'Arn') : undefined,
      CloudWatchLogsRoleArn: props.role ? attribute(props.role, 'Arn') : undefined,
      AdvancedEventSelectors: [
        ...(props.managementEvents
          ? [{ Name: 'Management events', FieldSelectors: [equals('eventCategory', 'Management')] }]
          : []),
        ...props.dataEvents.map((type) => ({
          Name: `Data events of ${type}`,
          FieldSelectors: [equals('eventCategory', 'Data'), equals('resources.type', type)],
        })),
      ],
    }),
  };
}
