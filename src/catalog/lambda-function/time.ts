import type { NodeOf } from '../../engine/facets';
import type { TimeFacet } from '../../engine/time/facets';
import { feedsOf } from '../event-sources';
import { HOURS_PER_MONTH } from '../prices';
import type { Props } from './props';

export function time({ id, props }: NodeOf<Props>): TimeFacet {
  const fedBy = feedsOf({ id, props });
  return {
    runsOnInvocation: true,
    ...(fedBy && { fedBy }),
    sendsPerHour: props.invocationsPerMonth / HOURS_PER_MONTH,
    wields: {
      signer: { type: 'identity', node: props.role, service: 'lambda.amazonaws.com' },
      origin: { type: 'interfaces', node: id },
    },
  };
}
