import type { NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import {
  attribute,
  type CloudFormation,
  type CloudFormationPart,
  defineTemplate,
  present,
  reference,
} from '../cloudformation';
import type { Props } from './props';

export const RECORDER = 'AWS::Config::ConfigurationRecorder';

export function cloudFormation({ id, name, props }: NodeOf<Props>): CloudFormation {
  const rules = props.rules.map((identifier, index): [string, CloudFormationPart] => [
    `Rule${index}`,
    {
      Type: 'AWS::Config::ConfigRule',
      Properties: {
        ConfigRuleName: identifier.toLowerCase().replaceAll('_', '-'),
        Source: { Owner: 'AWS', SourceIdentifier: identifier },
      },
      DependsOn: [id],
    },
  ]);
  const channel: [string, CloudFormationPart][] =
    props.bucket === undefined
      ? []
      : [['Channel', { Type: 'AWS::Config::DeliveryChannel', Properties: { S3BucketName: reference(props.bucket) } }]];
  return {
    Type: RECORDER,
    Properties: present({
      Name: arnName(name),
      RoleARN: props.role === undefined ? undefined : attribute(props.role, 'Arn'),
      RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: props.globalResources },
    }),
    With: Object.fromEntries([...channel, ...rules]),
    ...(!props.recording && {
      Notes: [`${name}: CloudFormation starts the recorder. Stop it afterwards to have it as it is drawn.`],
    }),
  };
}

/** Channels and rules do not say which recorder they belong to: they stay with what a drawing keeps for itself. */
export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  nodes: {
    [RECORDER]: {
      name: 'Name',
      props(reading) {
        reading.flag('RecordingGroup.AllSupported');
        return {
          role: reading.ref('RoleARN'),
          globalResources: reading.flag('RecordingGroup.IncludeGlobalResourceTypes'),
        };
      },
    },
  },
});
