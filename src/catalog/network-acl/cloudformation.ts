import type { FacetContext, NodeOf } from '../../engine/facets';
import { hasPorts } from '../../engine/network/filters';
import {
  type CloudFormation,
  type CloudFormationPart,
  defineTemplate,
  insideVpc,
  present,
  reference,
} from '../cloudformation';
import { ipProtocol, PROTOCOL_NUMBERS, readProtocol } from '../network-fields';
import type { Props } from './props';

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation | undefined {
  const { id, props } = node;
  if (props.default) return undefined;
  const entries = props.entries.map((entry, index): [string, CloudFormationPart] => [
    `Entry${index}`,
    {
      Type: 'AWS::EC2::NetworkAclEntry',
      Properties: {
        NetworkAclId: reference(id),
        RuleNumber: entry.ruleNumber,
        Egress: entry.direction === 'outbound',
        RuleAction: entry.action,
        Protocol: PROTOCOL_NUMBERS[entry.protocol],
        CidrBlock: entry.cidr,
        ...(hasPorts(ipProtocol(entry.protocol)) && {
          PortRange: { From: entry.fromPort, To: entry.toPort },
        }),
        ...(entry.protocol.startsWith('icmp') && { Icmp: { Type: -1, Code: -1 } }),
      },
    },
  ]);
  return {
    Type: 'AWS::EC2::NetworkAcl',
    Properties: present(insideVpc(node, context)),
    With: Object.fromEntries(entries),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: { 'AWS::EC2::NetworkAcl': { in: ['VpcId'], props: () => ({}) } },
  parts: {
    'AWS::EC2::NetworkAclEntry': {
      of: ['NetworkAclId'],
      add(reading, { props }) {
        const number = reading.number('Protocol');
        const protocol = readProtocol(String(number));
        if (reading.has('Ipv6CidrBlock')) return 'IPv6 rules are not simulated.';
        if (protocol === undefined) return `Protocol ${String(number)} is not simulated.`;
        const ports = hasPorts(ipProtocol(protocol));
        const [from, to] = [reading.number('PortRange.From'), reading.number('PortRange.To')];
        if (protocol.startsWith('icmp')) for (const path of ['Icmp.Type', 'Icmp.Code']) reading.number(path);
        const entry = present({
          ruleNumber: reading.number('RuleNumber'),
          direction: reading.flag('Egress') === true ? 'outbound' : 'inbound',
          action: reading.text('RuleAction'),
          protocol,
          fromPort: ports ? from : undefined,
          toPort: ports ? to : undefined,
          cidr: reading.text('CidrBlock'),
        });
        return { props: { entries: [...props.entries, entry] } };
      },
    },
  },
});
