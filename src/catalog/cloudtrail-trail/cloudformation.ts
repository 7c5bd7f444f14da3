import type { NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import {
  attribute,
  type CloudFormation,
  defineTemplate,
  present,
  type Reading,
  type ReadProps,
  reference,
} from '../cloudformation';
import { type Props, READ_WRITE } from './props';
import { KMS, limitsOf } from './selects';

export const TRAIL = 'AWS::CloudTrail::Trail';

/** Advanced selectors throughout: SageMaker and SNS cannot be selected with basic ones. */
export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { props } = node;
  const equals = (name: string, value: string) => ({ Field: name, Equals: [value] });
  const only = (which: Props['dataReadWrite']) =>
    which === 'All' ? [] : [equals('readOnly', String(which === 'ReadOnly'))];
  return {
    Type: TRAIL,
    Properties: present({
      TrailName: arnName(node.name),
      S3BucketName: props.bucket ? reference(props.bucket) : undefined,
      IsLogging: props.isLogging,
      IsMultiRegionTrail: props.multiRegion,
      IncludeGlobalServiceEvents: props.globalServiceEvents,
      EnableLogFileValidation: props.logFileValidation,
      KMSKeyId: props.kmsKey ? attribute(props.kmsKey, 'Arn') : undefined,
      CloudWatchLogsLogGroupArn: props.logGroup ? attribute(props.logGroup, 'Arn') : undefined,
      CloudWatchLogsRoleArn: props.role ? attribute(props.role, 'Arn') : undefined,
      AdvancedEventSelectors: [
        ...(props.managementEvents
          ? [
              {
                Name: 'Management events',
                FieldSelectors: [
                  equals('eventCategory', 'Management'),
                  ...(props.excludeKmsEvents ? [{ Field: 'eventSource', NotEquals: [KMS] }] : []),
                  ...only(props.managementReadWrite),
                ],
              },
            ]
          : []),
        ...props.dataEvents.map((type) => {
          const limits = limitsOf(type, props);
          return {
            Name: `Data events of ${type}`,
            FieldSelectors: [
              equals('eventCategory', 'Data'),
              equals('resources.type', type),
              ...only(props.dataReadWrite),
              ...(limits.length > 0 ? [{ Field: 'resources.ARN', StartsWith: [...limits] }] : []),
            ],
          };
        }),
      ],
    }),
  };
}

type Selected = Pick<
  ReadProps<Props>,
  'managementEvents' | 'managementReadWrite' | 'excludeKmsEvents' | 'dataEvents' | 'dataReadWrite' | 'dataResources'
>;

/** Basic and advanced selectors. Without any, CloudTrail records management events. */
function readSelectors(reading: Reading): Selected {
  if (!reading.has('EventSelectors') && !reading.has('AdvancedEventSelectors')) return {};
  const types: string[] = [];
  const prefixes: string[] = [];
  const dataModes: string[] = [];
  const managementModes: string[] = [];
  let excludeKmsEvents = false;
  const texts = (list: readonly Reading[]) => list.flatMap((value) => value.text('') ?? []);
  for (const one of reading.list('EventSelectors')) {
    const mode = one.text('ReadWriteType') ?? 'All';
    if (one.flag('IncludeManagementEvents') !== false) managementModes.push(mode);
    if (texts(one.list('ExcludeManagementEventSources')).includes(KMS)) excludeKmsEvents = true;
    for (const data of one.list('DataResources')) {
      const type = data.text('Type');
      if (type !== undefined) types.push(type);
      dataModes.push(mode);
      // `arn:aws:s3` alone means every resource.
      prefixes.push(...texts(data.list('Values')).filter((value) => value.split(':').length > 3));
    }
  }
  for (const one of reading.list('AdvancedEventSelectors')) {
    one.text('Name');
    const found = new Map<string, readonly string[]>();
    for (const selector of one.list('FieldSelectors')) {
      const field = selector.text('Field') ?? '';
      const values = ['Equals', 'StartsWith'].flatMap((operator) => texts(selector.list(operator)));
      found.set(field, values);
      if (field === 'eventSource' && texts(selector.list('NotEquals')).includes(KMS)) excludeKmsEvents = true;
    }
    const [readOnly] = found.get('readOnly') ?? [];
    const mode = readOnly === undefined ? 'All' : readOnly === 'true' ? 'ReadOnly' : 'WriteOnly';
    if (found.get('eventCategory')?.includes('Management')) managementModes.push(mode);
    const type = found.get('resources.type') ?? [];
    types.push(...type);
    prefixes.push(...(found.get('resources.ARN') ?? []));
    if (type.length > 0) dataModes.push(mode);
  }
  return {
    managementEvents: managementModes.length > 0,
    managementReadWrite: together(managementModes),
    excludeKmsEvents,
    dataEvents: types.length > 0 ? [...new Set(types)] : undefined,
    dataReadWrite: together(dataModes),
    dataResources: prefixes.length > 0 ? prefixes : undefined,
  };
}

/** What several selectors record: a trail here has one answer for all its management and one for all its data events. */
function together(modes: readonly string[]): string | undefined {
  const [first] = modes;
  return modes.every((mode) => mode === first) ? READ_WRITE.find((one) => one === first) : 'All';
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  arn: 'Arn',
  nodes: {
    [TRAIL]: {
      name: 'TrailName',
      props(reading) {
        return {
          globalServiceEvents: reading.flag('IncludeGlobalServiceEvents'),
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
