import type { FacetContext, NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { AGREED } from '../prices';
import type { Props } from './props';

/** The first copy of management events in a Region is free: with several trails only the first one has it. */
export function cost(node: NodeOf<Props>, context: FacetContext): readonly CostItem[] {
  const { isLogging, managementEvents, dataEvents, dataEventsPerMonth } = node.props;
  if (!isLogging) return [];
  const first = context
    .withTrait('cloudtrail-trail')
    .find((trail) => trail.props['isLogging'] === true && trail.props['managementEvents'] === true);
  return [
    ...(managementEvents
      ? [
          first?.id === node.id
            ? {
                label: 'First copy of management events',
                quantity: 1,
                unit: 'copy',
                rate: 0,
                source: 'Logging Amazon SageMaker AI API calls using AWS CloudTrail',
              }
            : // Our estimate of a small account.
              {
                label: 'Further copy of management events',
                quantity: 1,
                unit: '100,000 events',
                rate: 2,
                source: AGREED,
              },
        ]
      : []),
    ...(dataEvents.length > 0
      ? [
          {
            label: 'Data events',
            quantity: dataEventsPerMonth / 100_000,
            unit: '100,000 events',
            rate: 0.1,
            source: AGREED,
          },
        ]
      : []),
  ];
}
