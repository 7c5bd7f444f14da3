import type { CostItem } from '../engine/cost/facets';
import { ML_INSTANCES, ML_STORAGE } from './ml-instances';
import { HOURS_PER_MONTH } from './prices';

interface Use {
  readonly instanceType: string;
  /** what the instances do: `training`. */
  readonly what: string;
  /** hours of all instances in a month. */
  readonly hours: number;
  readonly volumeSizeGb?: number;
  /** what its storage is called. */
  readonly storage?: string;
}

/** Instances for as long as they exist, and their storage where the kind has a size for it. */
export function instanceCost({
  instanceType,
  what,
  hours,
  volumeSizeGb,
  storage = 'ML storage while it runs',
}: Use): readonly CostItem[] {
  const instance = ML_INSTANCES[instanceType];
  if (!instance) return [];
  const { hourly, source } = instance;
  return [
    { label: `${instanceType} ${what}`, quantity: hours, unit: 'instance-hour', rate: hourly, source },
    ...(volumeSizeGb === undefined
      ? []
      : [
          {
            label: storage,
            quantity: (volumeSizeGb * hours) / HOURS_PER_MONTH,
            unit: 'GB-month',
            rate: ML_STORAGE.rate,
            source: ML_STORAGE.source,
          },
        ]),
  ];
}
