import type { NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { attribute, type CloudFormation, present, reference } from '../cloudformation';
import type { Props } from './props';

export const TYPE = 'AWS::Lambda::Function';

/** The code stands for the player's own; it returns nothing. */
const CODE = 'exports.handler = async () => {};';

export function cloudFormation({ name, props }: NodeOf<Props>): CloudFormation {
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
    }),
  };
}
