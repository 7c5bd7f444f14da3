import type { FacetContext, NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { attribute, type CloudFormation, defineTemplate, present, reference } from '../cloudformation';
import { permissionParts, readPermission } from './permissions';
import type { Props } from './props';
import { eventSourceParts, fileSystemConfigs, readEventSource, readFileSystem } from './sources';

export const TYPE = 'AWS::Lambda::Function';

/** The code stands for the player's own; it returns nothing. */
const CODE = 'exports.handler = async () => {};';

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { id, name, props } = node;
  const permissions = permissionParts(id, name, props.resourcePolicy);
  return {
    Type: TYPE,
    Properties: present({
      FunctionName: arnName(name),
      Role: props.role === undefined ? undefined : attribute(props.role, 'Arn'),
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Code: { ZipFile: CODE },
      MemorySize: props.memorySizeMb,
      Timeout: props.timeoutSeconds,
      VpcConfig:
        props.subnets.length === 0 && props.securityGroups.length === 0
          ? undefined
          : { SubnetIds: props.subnets.map(reference), SecurityGroupIds: props.securityGroups.map(reference) },
      FileSystemConfigs: fileSystemConfigs(node, context),
      DeadLetterConfig: props.deadLetter === undefined ? undefined : { TargetArn: reference(props.deadLetter) },
      ReservedConcurrentExecutions: props.reservedConcurrency,
    }),
    ...permissions,
    With: { ...permissions.With, ...eventSourceParts(node) },
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  arn: 'Arn',
  nodes: {
    [TYPE]: {
      name: 'FunctionName',
      props(reading) {
        for (const path of ['Code', 'Handler', 'Runtime']) reading.skip(path, 'What the code does is not simulated.');
        return {
          role: reading.ref('Role'),
          memorySizeMb: reading.number('MemorySize'),
          timeoutSeconds: reading.number('Timeout'),
          subnets: reading.refs('VpcConfig.SubnetIds'),
          securityGroups: reading.refs('VpcConfig.SecurityGroupIds'),
          ...readFileSystem(reading),
          deadLetter: reading.ref('DeadLetterConfig.TargetArn'),
          reservedConcurrency: reading.number('ReservedConcurrentExecutions'),
        };
      },
    },
  },
  parts: {
    'AWS::Lambda::EventSourceMapping': {
      of: ['FunctionName'],
      add: (reading, { props }) => ({ props: { eventSources: readEventSource(reading, props.eventSources) } }),
    },
    'AWS::Lambda::Permission': {
      of: ['FunctionName'],
      add: (reading, node, context) => ({
        props: { resourcePolicy: readPermission(reading, node.props.resourcePolicy, context.arn(node.id) ?? '*') },
      }),
    },
  },
});
