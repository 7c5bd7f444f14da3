import type { Traffic } from '../../model/incident';
import type { ScheduleFacet } from '../monitoring/facets';
import { meanOf, sizeOf, type Sample } from './capture';
import type { Measure } from './facets';
import { normalQuantile } from './random';
import { attributionOrder, drift, sampledDrift } from './statistics';

/** Defaults of the suggested constraints: comparison_threshold and datatype_check_threshold are 0.1. */
const DRIFT_LIMIT = 0.1;
const TYPE_LIMIT = 0.1;
/** Feature attribution drift is a violation below this (Clarify, feature attribution drift). */
const ORDER_LIMIT = 0.9;
/** Ours: a quality or a bias metric breaks its constraint once it is this far from the baseline, chance aside. */
const TOLERANCE = 0.01;
const CHANCE = 3;
/** Ours: both groups are predicted positive alike often in the baseline. */
const POSITIVE = 0.5;

/** What a report says is wrong. */
export interface Violation {
  readonly check:
    | 'missing-column'
    | 'extra-column'
    | 'data-type'
    | 'completeness'
    | 'baseline-drift'
    | 'model-quality'
    | 'bias'
    | 'attribution';
  readonly feature: string;
  readonly value: number;
  readonly limit: number;
}

export interface Analysis {
  readonly violations: readonly Violation[];
  /** the value of a metric; `undefined` where this monitor has none. */
  value(measure: Measure): number | undefined;
}

interface Business {
  readonly features: readonly string[];
  readonly traffic: Traffic;
}

/** A throw of the dice that belongs to a name: the same window gives the same value, whatever else is asked. */
export type Dice = (name: string) => number;

/** What a monitor of this type finds in a sample. It sees that type's own side of the data and nothing else. */
export function analyse(watches: ScheduleFacet['watches'], sample: Sample, business: Business, dice: Dice): Analysis {
  switch (watches) {
    case 'data-quality':
      return dataQuality(sample, business, dice);
    case 'model-quality':
      return modelQuality(sample, business, dice);
    case 'model-bias':
      return modelBias(sample, business, dice);
    case 'explainability':
      return attribution(sample, business);
  }
}

/** Sees the inputs: columns, types, completeness and distributions. It never sees whether an answer was right. */
function dataQuality(sample: Sample, { features }: Business, dice: Dice): Analysis {
  const size = sizeOf(sample);
  const drifts = new Map<string, number>();
  const completeness = new Map<string, number>();
  const violations: Violation[] = [];
  for (const feature of features) {
    const missing = meanOf(sample, (payload) => (payload.missing.has(feature) ? 1 : 0));
    const mistyped = meanOf(sample, (payload) => (payload.mistyped.has(feature) ? 1 : 0));
    const parts = [...sample].flatMap(([payload, weight]) =>
      payload.missing.has(feature) || payload.mistyped.has(feature)
        ? []
        : [{ weight, shift: payload.shifts.get(feature) ?? 0 }],
    );
    const seen = parts.reduce((sum, one) => sum + one.weight, 0);
    completeness.set(feature, 1 - missing);
    if (seen > 0) {
      const distance = sampledDrift(drift(parts), seen, normalQuantile(dice(feature)));
      drifts.set(feature, distance);
      if (distance > DRIFT_LIMIT) {
        violations.push({ check: 'baseline-drift', feature, value: distance, limit: DRIFT_LIMIT });
      }
    }
    if (missing === 1) violations.push({ check: 'missing-column', feature, value: 1, limit: 0 });
    else if (missing > 0) violations.push({ check: 'completeness', feature, value: 1 - missing, limit: 1 });
    if (mistyped > TYPE_LIMIT) violations.push({ check: 'data-type', feature, value: mistyped, limit: TYPE_LIMIT });
  }
  if (size > 0 && [...sample.keys()].some((payload) => payload.extra)) {
    violations.push({ check: 'extra-column', feature: 'new', value: 1, limit: 0 });
  }
  return {
    violations,
    value: (measure) =>
      measure.quantity === 'drift'
        ? drifts.get(measure.feature)
        : measure.quantity === 'completeness'
          ? completeness.get(measure.feature)
          : undefined,
  };
}

/** Compares predictions with labels: the only one that sees whether answers are right. */
function modelQuality(sample: Sample, { traffic }: Business, dice: Dice): Analysis {
  const truth = Math.max(0, traffic.accuracy - meanOf(sample, (payload) => payload.accuracyDrop));
  const chance = Math.sqrt((traffic.accuracy * (1 - traffic.accuracy)) / Math.max(1, sizeOf(sample)));
  const seen = Math.min(1, Math.max(0, truth + chance * normalQuantile(dice('quality'))));
  const limit = traffic.accuracy - Math.max(TOLERANCE, CHANCE * chance);
  return {
    violations: seen < limit ? [{ check: 'model-quality', feature: 'accuracy', value: seen, limit }] : [],
    value: (measure) => (measure.quantity === 'quality' ? seen : undefined),
  };
}

/** Compares the predictions and labels of two groups of people. */
function modelBias(sample: Sample, { traffic }: Business, dice: Dice): Analysis {
  const { minority } = traffic;
  const size = Math.max(1, sizeOf(sample));
  const share = Math.max(0, POSITIVE - meanOf(sample, (payload) => payload.gap));
  const spread = POSITIVE * (1 - POSITIVE);
  const chance = Math.sqrt(spread / Math.max(1, size * minority) + spread / Math.max(1, size * (1 - minority)));
  const gap = POSITIVE - share + chance * normalQuantile(dice('bias'));
  const limit = Math.max(TOLERANCE, CHANCE * chance);
  return {
    violations: Math.abs(gap) > limit ? [{ check: 'bias', feature: 'prediction gap', value: gap, limit }] : [],
    value: (measure) => {
      switch (measure.quantity) {
        case 'class-imbalance':
          return 1 - 2 * minority;
        case 'label-gap':
          return 0;
        case 'prediction-gap':
        case 'accuracy-gap':
          // Labels stay as they were, so each prediction that falls away is one right answer less for the group.
          return gap;
        case 'impact-ratio':
          return Math.max(0, (POSITIVE - gap) / POSITIVE);
        default:
          return undefined;
      }
    },
  };
}

/** Ranks the features by their weight in the predictions. The model is the same, so only its inputs move the ranks. */
function attribution(sample: Sample, { features }: Business): Analysis {
  const baseline = features.map((_, index) => 1 / (index + 1));
  const live = features.map(
    (feature, index) =>
      (baseline[index] ?? 0) *
      meanOf(sample, (payload) =>
        payload.missing.has(feature) || payload.mistyped.has(feature)
          ? 0
          : 1 + Math.abs(payload.shifts.get(feature) ?? 0),
      ),
  );
  const order = attributionOrder(baseline, live);
  const weights = new Map(features.map((feature, index) => [feature, live[index]]));
  return {
    violations:
      order < ORDER_LIMIT ? [{ check: 'attribution', feature: 'order', value: order, limit: ORDER_LIMIT }] : [],
    value: (measure) => (measure.quantity === 'attribution' ? weights.get(measure.feature) : undefined),
  };
}
