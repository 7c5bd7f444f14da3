import type { Facets } from '../../engine/facets';
import { ec2Arn } from '../arn';
import { groupsOrDefault } from '../network-fields';
import { writtenPolicy } from '../policies';
import { cost } from './cost';
import type { Props } from './props';

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('vpc-endpoint', node, context),
  cost,
  network(node, context) {
    const { id, props } = node;
    const vpc = context.enclosing(id, 'vpc')?.id;
    const policy = writtenPolicy(node, 'endpoint policy', 'policy', props.policy);
    return {
      role: 'interface-endpoint',
      ...(vpc !== undefined && { vpc }),
      serves: props.service,
      subnets: props.subnets,
      securityGroups: groupsOrDefault(id, props.securityGroups, context),
      privateDns: props.privateDnsEnabled,
      ...(policy && { policy }),
    };
  },
};
