import type * as z from 'zod/mini';
import type { Kind } from '../../catalog/kind';
import { fieldMeta } from '../../model/field';
import type { Json } from '../../model/json';
import { sparse } from './kept';

export interface Misfit {
  readonly key: string;
  /** AWS's name of the property. */
  readonly property: string;
  readonly reason: string;
}

/** The properties that a kind's schema takes, without defaults, and the others with a reason. */
export function fit(
  kind: Kind,
  props: { readonly [key: string]: Json | undefined },
): { readonly props: { readonly [key: string]: Json }; readonly misfits: readonly Misfit[] } {
  const shape = kind.schema.shape as Readonly<Record<string, z.ZodMiniType>>;
  const kept: Record<string, Json> = {};
  const misfits: Misfit[] = [];
  const usual = kind.complete({}).props as Readonly<Record<string, unknown>>;
  for (const [key, value] of Object.entries(props)) {
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (value === undefined || !schema) continue;
    // The field by itself: what two fields together get wrong is a problem of the drawing, and shown there.
    if (!schema.safeParse(value).success) {
      const partly = mended(kind, key, value);
      if (partly !== undefined) kept[key] = partly;
      misfits.push({
        key,
        property: fieldMeta(schema)?.aws ?? key,
        reason: refusal(value, partly !== undefined, usual[key]),
      });
    } else kept[key] = value;
  }
  return { props: sparse(kind, kept), misfits };
}

/** What can be kept of a list or an object; a single value goes. */
function mended(kind: Kind, key: string, value: Json): Json | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  return kind.complete({ [key]: value }).props[key] as Json | undefined;
}

function refusal(value: Json, partly: boolean, usual: unknown): string {
  if (partly) return 'A part of this does not fit here and is left out.';
  const known = (typeof usual === 'string' && usual !== '') || typeof usual === 'number' || typeof usual === 'boolean';
  const standIn = known ? `The default, ${String(usual)}, stands` : 'The default stands';
  return `${shown(value)} is not a value that Perimeter knows. ${standIn} in for it.`;
}

/** Inside of a sentence. */
export function shown(value: Json): string {
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
