import type { FacetContext, NodeOf } from '../../engine/facets';
import type { TimeFacet } from '../../engine/time/facets';
import type { Props } from './props';

/** Machines: a message there tells nobody by itself. */
const MACHINES = new Set(['lambda', 'sqs']);

export function isMachine({ protocol }: { readonly protocol: string }): boolean {
  return MACHINES.has(protocol);
}

export function time(node: NodeOf<Props>, context: FacetContext): TimeFacet {
  const confirmed = node.props.subscriptions.filter((one) => one.confirmed && one.endpoint.trim() !== '');
  const functions = new Set(confirmed.filter((one) => one.protocol === 'lambda').map((one) => one.endpoint.trim()));
  const sourceArn = context.arn(node.id);
  return {
    tells: confirmed.filter((one) => !isMachine(one)).map((one) => ({ who: one.endpoint, by: one.protocol })),
    relays: context
      .withTrait('lambda-function')
      .filter((target) => functions.has(context.arn(target.id) ?? ''))
      .map((target) => ({
        id: `${node.id}/lambda:InvokeFunction/${target.id}`,
        from: node.id,
        field: 'subscriptions',
        signer: {
          type: 'service',
          principal: 'sns.amazonaws.com',
          ...(sourceArn !== undefined && { sourceArn }),
        },
        origin: { type: 'platform' },
        action: 'lambda:InvokeFunction',
        to: target.id,
        purpose: 'delivery',
        title: `${node.name} invokes ${target.name}`,
      })),
  };
}
