import * as z from 'zod/mini';
import type { AnyNode } from '../engine/facets';
import type { Facts, WalkedRequest } from '../engine/facts';
import { matchesAction } from '../engine/iam/matching';
import { readPath } from '../model/path';
import { someItems, someText, text } from '../model/schema';

const kind = someText(64);

/** Which nodes a check speaks about. */
export const Subjects = z.strictObject({
  /** kinds or traits, any of them. */
  kinds: someItems(kind, 20),
  /** only nodes that another node refers to by this field: a capture bucket, a trail's bucket. */
  referredBy: z.optional(z.strictObject({ kind, field: text(80) })),
  /** only nodes whose own properties have these values, or any value: jobs on two instances or more, with an output. */
  where: z.optional(
    z
      .array(
        z.strictObject({
          field: text(80),
          oneOf: z.optional(someItems(z.union([z.string(), z.number(), z.boolean()]), 20)),
          min: z.optional(z.number()),
        }),
      )
      .check(z.maxLength(4)),
  ),
});
export type Subjects = z.output<typeof Subjects>;

export function subjectsOf(facts: Facts, on: Subjects): readonly AnyNode[] {
  return facts.nodes.filter(
    (node) =>
      on.kinds.some((one) => facts.hasTrait(node.id, one)) &&
      (on.referredBy === undefined ||
        facts
          .referrers(node.id)
          .some(
            (by) => facts.hasTrait(by.node.id, on.referredBy?.kind ?? '') && by.pattern === on.referredBy?.field,
          )) &&
      (on.where ?? []).every(({ field, oneOf, min }) => {
        const value = readPath(node.props, field);
        if (value === undefined || value === '') return false;
        if (oneOf && !oneOf.some((one) => one === value)) return false;
        return min === undefined || (typeof value === 'number' && value >= min);
      }),
  );
}

/** Several sorts of subjects at once. `nodes` names them by id: what stands in the start, whoever refers to it now. */
export const Places = z
  .array(z.union([Subjects, z.strictObject({ nodes: someItems(someText(80), 20) })]))
  .check(z.minLength(1), z.maxLength(8));
type Places = z.output<typeof Places>;

export function placesOf(facts: Facts, places: Places): readonly AnyNode[] {
  const found = places.flatMap((one) =>
    'nodes' in one ? facts.nodes.filter(({ id }) => one.nodes.includes(id)) : subjectsOf(facts, one),
  );
  return [...new Set(found)];
}

/** Business calls of the diagram that ask for this action, which may end in a star as in a policy. */
export function callsOf(facts: Facts, action: string): readonly WalkedRequest[] {
  return facts.requests.filter((one) => one.spec.purpose === 'call' && matchesAction(action, one.action));
}

export function nameOf(facts: Facts, id: string | undefined): string {
  return id === undefined ? 'nothing' : (facts.node(id)?.name ?? id);
}

/** `sagemaker:InvokeEndpoint` */
export const Action = z
  .string()
  .check(z.regex(/^[a-z0-9-]+:[A-Za-z*]+$/, 'An action looks like sagemaker:InvokeEndpoint.'));
