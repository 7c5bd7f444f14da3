import type { Facets } from '../../engine/facets';
import type { SecurityRule } from '../../engine/network/facets';
import { ec2Arn } from '../arn';
import { ipProtocol } from '../network-fields';
import type { Props } from './props';

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('security-group', node, context),
  network({ id, props }, context) {
    const vpc = context.enclosing(id, 'vpc')?.id;
    return {
      role: 'security-group',
      ...(vpc !== undefined && { vpc }),
      ingress: rulesOf(id, 'ingress', props.ingress),
      egress: rulesOf(id, 'egress', props.egress),
    };
  },
};

/** One rule for each source, as in the EC2 API. Without a source it matches nobody, and the network says so. */
function rulesOf(id: string, side: 'ingress' | 'egress', written: Props['ingress']): SecurityRule[] {
  return written.flatMap(({ protocol, fromPort, toPort, cidr, sourceGroup, self, prefixListOf }, index) => {
    const shared = { protocol: ipProtocol(protocol), fromPort, toPort, field: `${side}[${index}]` };
    const rules: SecurityRule[] = [];
    if (cidr !== undefined) rules.push({ ...shared, cidr });
    if (sourceGroup !== undefined) rules.push({ ...shared, group: sourceGroup });
    if (self) rules.push({ ...shared, group: id });
    if (prefixListOf !== undefined) rules.push({ ...shared, prefixListOf });
    return rules.length > 0 ? rules : [shared];
  });
}
