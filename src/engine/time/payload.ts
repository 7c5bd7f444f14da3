import type { Traffic } from '../../model/incident';

/** What the requests of a time carry, beside what the baseline knows. Never changed; an incident makes a new one. */
export interface Payload {
  /** baseline feature → shift of its mean, in standard deviations. */
  readonly shifts: ReadonlyMap<string, number>;
  readonly missing: ReadonlySet<string>;
  readonly mistyped: ReadonlySet<string>;
  readonly extra: boolean;
  /** how much lower the share of right answers is. */
  readonly accuracyDrop: number;
  /** how much lower the share of positive predictions of the minority is. */
  readonly gap: number;
}

export const CALM: Payload = {
  shifts: new Map(),
  missing: new Set(),
  mistyped: new Set(),
  extra: false,
  accuracyDrop: 0,
  gap: 0,
};

/** The features of the business: as the scenario says, what the monitors watch, else one amount. */
export function featuresOf(traffic: Traffic, watched: readonly string[]): readonly string[] {
  const all = [...new Set([...traffic.features, ...watched])];
  return all.length > 0 ? all : ['amount'];
}

/** Several changes at once: shifts add up, so do drops. */
export function combine(all: readonly Payload[]): Payload {
  if (all.length === 0) return CALM;
  const shifts = new Map<string, number>();
  for (const one of all) for (const [name, shift] of one.shifts) shifts.set(name, (shifts.get(name) ?? 0) + shift);
  return {
    shifts,
    missing: new Set(all.flatMap((one) => [...one.missing])),
    mistyped: new Set(all.flatMap((one) => [...one.mistyped])),
    extra: all.some((one) => one.extra),
    accuracyDrop: Math.min(1, sum(all.map((one) => one.accuracyDrop))),
    gap: Math.min(1, sum(all.map((one) => one.gap))),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
