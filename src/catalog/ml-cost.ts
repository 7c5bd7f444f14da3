import type { CostItem } from '../engine/cost/facets';
import { ML_INSTANCES, ML_STORAGE } from './ml-instances';
import { HOURS_PER_MONTH } from './prices';

interface Run {
  readonly instanceType: string;
  /** what the instances do: `training`. */
  readonly what: string;
  /** hours of all instances in a month. */
  readonly hours: number;
  readonly volumeSizeGb?: number;
}

/** Instances that exist only while a job runs, and their storage where the kind has a size for it. */
export function jobCost({ instanceType, what, hours, volumeSizeGb }: Run): readonly CostItem[] {
  const instance = ML_INSTANCES[instanceType];
  if (!instance) return [];
  const { hourly, source } = instance;
  return [
    { label: `${instanceType} ${what}`, quantity: hours, unit: 'instance-hour', rate: hourly, source },
    ...(volumeSizeGb === undefined
      ? []
      : [
          {
            label: 'ML storage while it runs',
            quantity: (volumeSizeGb * hours) / HOURS_PER_MONTH,
            unit: 'GB-month',
            rate: ML_STORAGE.rate,
            source: ML_STORAGE.source,
          },
        ]),
  ];
}
