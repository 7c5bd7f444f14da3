import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { callRequests } from '../calls';
import { delivery } from '../deliveries';
import { consumerRequests } from '../event-sources';
import { mountRefusals, mountRequests } from '../file-systems';
import { nameOf } from '../neighbour';
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
      ...(node.props.reservedConcurrency === 0 && {
        refused: 'Its reserved concurrency is 0, so Lambda turns every invocation away.',
      }),
      record: { category: 'data', resourceType: TYPE, eventSource: 'lambda.amazonaws.com', eventName: 'Invoke' },
    },
  ],
  refusals: ({ props }, context) => mountRefusals([{ ...props, field: 'accessPoint' }], context),
  requests: (node, context) => {
    const { role, fileSystem, fileSystemWrite, accessPoint, deadLetter } = node.props;
    const signer = { type: 'identity', node: role, service: 'lambda.amazonaws.com' } as const;
    const mount = { fileSystem, write: fileSystemWrite, accessPoint, tls: true, signer, field: 'fileSystem' };
    return [
      ...consumerRequests(node, signer, context),
      ...(deadLetter === undefined
        ? []
        : [
            delivery(node, {
              action: 'sns:Publish',
              to: deadLetter,
              field: 'deadLetter',
              signer,
              does: `sends failed events to ${nameOf(deadLetter, context)}`,
            }),
          ]),
      ...mountRequests(node, [mount], context),
      ...callRequests(node, { signer, origin: { type: 'interfaces', node: node.id } }, context),
    ];
  },
};
