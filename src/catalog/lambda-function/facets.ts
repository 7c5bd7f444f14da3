import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { callRequests } from '../calls';
import { writtenPolicy } from '../policies';
import { TYPE } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { time } from './time';

function arn({ name }: NodeOf<Props>, { account }: FacetContext): string {
  return `arn:aws:lambda:${account.region}:${account.id}:function:${arnName(name)}`;
}

export const facets: Facets<Props> = {
  time,
  arn,
  cost,
  resourcePolicy(node) {
    const policy = writtenPolicy(node, 'resource-based policy', 'resourcePolicy', node.props.resourcePolicy);
    return { ...(policy && { policy }), required: false };
  },
  network: ({ props }) => ({
    role: 'interfaces',
    subnets: props.subnets,
    securityGroups: props.securityGroups,
    publicIp: 'never',
    withoutSubnets: 'service-managed',
    listens: [],
  }),
  operations: (node, context) => [
    {
      action: 'lambda:InvokeFunction',
      resource: arn(node, context),
      service: 'lambda',
      record: { category: 'data', resourceType: TYPE, eventSource: 'lambda.amazonaws.com', eventName: 'Invoke' },
    },
  ],
  requests: (node, context) =>
    callRequests(
      node,
      {
        signer: { type: 'identity', node: node.props.role, service: 'lambda.amazonaws.com' },
        origin: { type: 'interfaces', node: node.id },
      },
      context,
    ),
};
