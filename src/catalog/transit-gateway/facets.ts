import type { Facets } from '../../engine/facets';
import { ec2Arn } from '../arn';
import { cost } from './cost';
import type { Props } from './props';

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('transit-gateway', node, context),
  cost,
  network: ({ props }) => ({
    role: 'transit-gateway',
    subnets: props.subnets,
    propagates: props.propagation,
    routes: props.routes.map(({ destination, vpc }, index) => ({ destination, vpc, field: `routes[${index}]` })),
    showsGroups: props.securityGroupReferencing,
  }),
};
