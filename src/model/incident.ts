import * as z from 'zod/mini';
import { int, list, someText } from './schema';

/** A node's id, or a kind or trait: then every such node is meant. */
const selector = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/));
const name = someText(80);
const share = (value: number) => z._default(z.number().check(z.minimum(0), z.maximum(1)), value);
const count = (value: number) => z._default(z.number().check(z.minimum(0), z.maximum(1e9)), value);

/** When and where. Hours count from the start of the simulation, a Monday at 00:00 UTC. */
const place = {
  on: selector,
  atHour: z.number().check(z.minimum(0), z.maximum(24 * 90)),
  /** ends by itself after so many hours; left out, it lasts until somebody ends it. */
  hours: z.optional(z.number().check(z.positive(), z.maximum(24 * 90))),
};
/** Who does it: left out, everybody in the design whose credentials could be used is tried. */
const actor = { by: z.optional(selector) };

export const Incident = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('feature-schema-change'),
    ...place,
    feature: z.optional(name),
    /** the column is gone, arrives as text instead of a number, or a new one appears. */
    change: z._default(z.enum(['missing', 'type', 'new']), 'missing'),
    accuracyDrop: share(0.1),
  }),
  z.strictObject({
    kind: z.literal('input-drift'),
    ...place,
    feature: z.optional(name),
    /** in standard deviations of the baseline. */
    shift: z._default(z.number().check(z.minimum(-10), z.maximum(10)), 1),
    accuracyDrop: share(0),
  }),
  z.strictObject({ kind: z.literal('concept-drift'), ...place, accuracyDrop: share(0.15) }),
  /** the share of positive predictions of one group falls by `gap`. */
  z.strictObject({ kind: z.literal('bias-drift'), ...place, gap: share(0.2) }),
  z.strictObject({ kind: z.literal('latency'), ...place, factor: z._default(z.number().check(z.minimum(1)), 10) }),
  z.strictObject({ kind: z.literal('errors'), ...place, share: share(0.2) }),
  z.strictObject({
    kind: z.literal('bad-deployment'),
    ...place,
    errors: share(0.3),
    latencyFactor: z._default(z.number().check(z.minimum(1)), 1),
    accuracyDrop: share(0),
  }),
  z.strictObject({ kind: z.literal('capture-disk-full'), ...place }),
  z.strictObject({ kind: z.literal('long-lived-key-stolen'), ...place, recordsPerHour: count(1000) }),
  z.strictObject({ kind: z.literal('notebook-exfiltration'), ...place, recordsPerHour: count(10_000) }),
  z.strictObject({ kind: z.literal('resource-deleted'), ...place, ...actor }),
  z.strictObject({ kind: z.literal('bucket-made-public'), ...place, ...actor, recordsPerHour: count(1000) }),
  z.strictObject({ kind: z.literal('key-disabled'), ...place, ...actor }),
  z.strictObject({ kind: z.literal('key-deletion-scheduled'), ...place, ...actor }),
  /** the key policy goes back to the account alone, so that services in their own name are locked out. */
  z.strictObject({ kind: z.literal('key-closed-to-services'), ...place, ...actor }),
  z.strictObject({ kind: z.literal('trail-stopped'), ...place, ...actor }),
  /** a certificate is near its last day; one that is renewed in time stays. */
  z.strictObject({
    kind: z.literal('certificate-expiring'),
    ...place,
    daysLeft: z._default(int(1, 45), 2),
  }),
  /** the Availability Zone of a subnet fails: its subnets and what stands in them. */
  z.strictObject({ kind: z.literal('zone-lost'), ...place }),
  z.strictObject({ kind: z.literal('nat-lost'), ...place }),
]);
export type Incident = z.infer<typeof Incident>;
export type IncidentKind = Incident['kind'];

/** The business of a scenario: who asks how often, with what, and what it is worth. */
export const Traffic = z.strictObject({
  /** requests an hour of each caller; the first line that names the caller holds. */
  calls: list(
    z.strictObject({ from: z.optional(selector), perHour: z.number().check(z.minimum(0), z.maximum(10_000_000)) }),
    20,
  ),
  /** swing between night and day: 0 = even, 1 = nothing at 03:00 and twice the average at 15:00. */
  swing: share(0.5),
  /** beside the features that the monitors name. Each is compared with its own baseline, in standard deviations. */
  features: list(name, 50),
  accuracy: share(0.95),
  /** share of the requests about the smaller group of people. */
  minority: share(0.3),
  groundTruthDelayHours: z._default(z.number().check(z.minimum(0), z.maximum(24 * 60)), 24),
  /** one request on one core, in milliseconds. */
  modelMs: z._default(z.number().check(z.positive(), z.maximum(60_000)), 20),
  worth: z._default(z.strictObject({ requestUsd: count(0), wrongAnswerUsd: count(0), recordUsd: count(0) }), {
    requestUsd: 0,
    wrongAnswerUsd: 0,
    recordUsd: 0,
  }),
});
export type Traffic = z.infer<typeof Traffic>;
