import type { CostItem } from '../../engine/cost/facets';

export function cost(): readonly CostItem[] {
  return [
    {
      label: 'Gateway endpoint',
      quantity: 1,
      unit: 'month',
      rate: 0,
      source: 'docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html: no charge',
    },
  ];
}
