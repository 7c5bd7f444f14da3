import type { Facets, NodeOf } from '../../engine/facets';
import type { Signer } from '../../engine/request/facets';
import { ec2Arn } from '../arn';
import { callRequests } from '../calls';
import type { Props } from './props';

function signer({ props }: NodeOf<Props>): Signer {
  return props.role === undefined ? { type: 'anonymous' } : { type: 'identity', node: props.role };
}

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('customer-gateway', node, context),
  network: ({ props }) => ({
    role: 'on-premises',
    cidrs: props.cidrs,
    ...(props.resolverVpc !== undefined && { resolver: props.resolverVpc }),
  }),
  requests: (node, context) =>
    callRequests(node, { signer: signer(node), origin: { type: 'interfaces', node: node.id } }, context),
};
