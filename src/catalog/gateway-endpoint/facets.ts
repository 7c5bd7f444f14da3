import type { Facets } from '../../engine/facets';
import { ec2Arn } from '../arn';
import { writtenPolicy } from '../policies';
import { cost } from './cost';
import type { Props } from './props';

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('vpc-endpoint', node, context),
  cost,
  network(node, context) {
    const vpc = context.enclosing(node.id, 'vpc')?.id;
    const policy = writtenPolicy(node, 'endpoint policy', 'policy', node.props.policy);
    return {
      role: 'gateway-endpoint',
      ...(vpc !== undefined && { vpc }),
      serves: node.props.service,
      routeTables: node.props.routeTables,
      ...(policy && { policy }),
    };
  },
};
