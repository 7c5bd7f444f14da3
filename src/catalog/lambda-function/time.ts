import type { NodeOf } from '../../engine/facets';
import type { TimeFacet } from '../../engine/time/facets';
import { feedsOf } from '../event-sources';
import type { Props } from './props';

const HOURS_A_MONTH = 730;

export function time({ id, props }: NodeOf<Props>): TimeFacet {
  const fedBy = feedsOf({ id, props });
  return {
    runsOnInvocation: true,
    ...(fedBy && { fedBy }),
    sendsPerHour: props.invocationsPerMonth / HOURS_A_MONTH,
    wields: {
      signer: { type: 'identity', node: props.role, service: 'lambda.amazonaws.com' },
      origin: { type: 'interfaces', node: id },
    },
  };
}
