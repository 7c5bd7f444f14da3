import type { FacetContext, NodeOf } from '../../engine/facets';
import { type CloudFormation, type CloudFormationResource, present, reference } from '../cloudformation';
import type { Props } from './props';

/** CloudFormation takes IANA protocol numbers. */
const NUMBERS = { tcp: 6, udp: 17, icmp: 1, all: -1 } as const;

export function cloudFormation({ id, props }: NodeOf<Props>, context: FacetContext): CloudFormation | undefined {
  if (props.default) return undefined;
  const vpc = context.enclosing(id, 'vpc')?.id;
  const entries = props.entries.map((entry, index): [string, CloudFormationResource] => [
    `Entry${index}`,
    {
      Type: 'AWS::EC2::NetworkAclEntry',
      Properties: {
        NetworkAclId: reference(id),
        RuleNumber: entry.ruleNumber,
        Egress: entry.direction === 'outbound',
        RuleAction: entry.action,
        Protocol: NUMBERS[entry.protocol],
        CidrBlock: entry.cidr,
        ...((entry.protocol === 'tcp' || entry.protocol === 'udp') && {
          PortRange: { From: entry.fromPort, To: entry.toPort },
        }),
        ...(entry.protocol === 'icmp' && { Icmp: { Type: -1, Code: -1 } }),
      },
    },
  ]);
  return {
    Type: 'AWS::EC2::NetworkAcl',
    Properties: present({ VpcId: vpc === undefined ? undefined : reference(vpc) }),
    With: Object.fromEntries(entries),
  };
}
