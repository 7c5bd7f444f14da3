import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Operation } from '../../engine/request/facets';
import { apiOperation } from '../api';
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

const LAMBDA = 'lambda.amazonaws.com';

/** Whoever makes the function, or gives it another role, hands that role to Lambda (Lambda guide, execution role). */
function management(node: NodeOf<Props>, context: FacetContext): readonly Operation[] {
  const { role } = node.props;
  const passes = role === undefined ? [] : [{ role, service: LAMBDA }];
  const api = { prefix: 'lambda', resourceType: TYPE, resource: arn(node, context) };
  // CloudTrail names these calls with the date of their API (Lambda guide, "Logging AWS Lambda API calls").
  const recordedAs = (eventName: string) =>
    ({ category: 'management', resourceType: TYPE, eventSource: LAMBDA, eventName }) as const;
  return [
    apiOperation(api, 'CreateFunction', { passes, record: recordedAs('CreateFunction20150331') }),
    apiOperation(api, 'UpdateFunctionConfiguration', {
      passes,
      record: recordedAs('UpdateFunctionConfiguration20150331v2'),
    }),
  ];
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
      record: { category: 'data', resourceType: TYPE, eventSource: LAMBDA, eventName: 'Invoke' },
    },
    ...management(node, context),
  ],
  refusals: ({ props }, context) => mountRefusals([{ ...props, field: 'accessPoint' }], context),
  requests: (node, context) => {
    const { role, fileSystem, fileSystemWrite, accessPoint, deadLetter } = node.props;
    const signer = { type: 'identity', node: role, service: LAMBDA } as const;
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
