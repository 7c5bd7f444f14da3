import type { NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { attribute, type CloudFormation, defineTemplate, present, type Reading, reference } from '../cloudformation';
import type { Props } from './props';

export const TRAIL = 'AWS::CloudTrail::Trail';

/** Advanced selectors throughout: SageMaker and SNS cannot be selected with basic ones. */
export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { props } = node;
  const equals = (name: string, value: string) => ({ Field: name, Equals: [value] });
  return {
    Type: TRAIL,
    Properties: present({
      TrailName: arnName(node.name),
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

/** Basic and advanced selectors. Without any, CloudTrail records management events. */
function readSelectors(reading: Reading): { managementEvents: boolean | undefined; dataEvents: string[] | undefined } {
  if (!reading.has('EventSelectors') && !reading.has('AdvancedEventSelectors')) {
    return { managementEvents: undefined, dataEvents: undefined };
  }
  const basic = reading.list('EventSelectors');
  const types = basic.flatMap((one) => one.list('DataResources').flatMap((data) => data.text('Type') ?? []));
  let management = basic.some((one) => one.flag('IncludeManagementEvents') !== false);
  for (const one of reading.list('AdvancedEventSelectors')) {
    one.text('Name');
    for (const selector of one.list('FieldSelectors')) {
      const field = selector.text('Field');
      const equal = selector.list('Equals').flatMap((value) => value.text('') ?? []);
      if (field === 'eventCategory' && equal.includes('Management')) management = true;
      if (field === 'resources.type') types.push(...equal);
    }
  }
  return { managementEvents: management, dataEvents: types.length > 0 ? types : undefined };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  arn: 'Arn',
  nodes: {
    [TRAIL]: {
      name: 'TrailName',
      props(reading) {
        reading.flag('IncludeGlobalServiceEvents');
        return {
          isLogging: reading.flag('IsLogging'),
          bucket: reading.ref('S3BucketName'),
          multiRegion: reading.flag('IsMultiRegionTrail'),
          logFileValidation: reading.flag('EnableLogFileValidation'),
          kmsKey: reading.ref('KMSKeyId'),
          logGroup: reading.ref('CloudWatchLogsLogGroupArn'),
          role: reading.ref('CloudWatchLogsRoleArn'),
          ...readSelectors(reading),
        };
      },
    },
  },
});
