import type { CostItem } from '../../engine/cost/facets';
import type { FacetContext, NodeOf } from '../../engine/facets';
import { AGREED, FROM_MEMORY, HOURS_PER_MONTH } from '../prices';
import type { Props } from './props';

/** US dollars per hour, Linux, us-east-1. */
const HOURLY: Readonly<Record<Props['instanceType'], number>> = {
  't3.micro': 0.0104,
  't3.medium': 0.0416,
  'm5.large': 0.096,
  'm5.xlarge': 0.192,
};
const ROOT_VOLUME_GB = 8;
/** What an instance sends with detailed monitoring: seven metrics that CloudWatch then bills as custom ones. */
const DETAILED_METRICS = 7;

export function cost({ id, props }: NodeOf<Props>, context: FacetContext): readonly CostItem[] {
  const assigned = context.enclosing(id, 'subnet')?.props['mapPublicIpOnLaunch'] === true;
  const publicIp = props.associatePublicIp === 'yes' || (props.associatePublicIp === 'subnet-default' && assigned);
  const hours = { quantity: HOURS_PER_MONTH, unit: 'hour', source: FROM_MEMORY } as const;
  return [
    { ...hours, label: `EC2 instance ${props.instanceType}`, rate: HOURLY[props.instanceType] },
    {
      label: 'Root volume (gp3)',
      quantity: ROOT_VOLUME_GB,
      unit: 'GB',
      rate: 0.08,
      source: AGREED,
    },
    ...(props.detailedMonitoring
      ? [
          {
            label: 'Detailed monitoring',
            quantity: DETAILED_METRICS,
            unit: 'metric',
            rate: 0.3,
            source: FROM_MEMORY,
          },
        ]
      : []),
    ...(publicIp ? [{ ...hours, label: 'Public IPv4 address', rate: 0.005 }] : []),
  ];
}
