import * as z from 'zod/mini';
import { list, text } from './schema';

/** How the inspector shows a field; everything else (type, range, default) it reads from the schema. */
export interface FieldMeta {
  /** what a person calls it; AWS's own property name stands in `aws`. */
  title: string;
  help?: string;
  aws?: string;
  unit?: string;
  /** a reference: the trait that a target must have. */
  ref?: string;
  control?: 'policy' | 'multiline' | 'cidr';
  /** it matters only while this property of the node is like this regular expression. */
  when?: { readonly field: string; readonly like: string };
  /** AWS replaces the resource, or refuses, when this changes later. */
  immutable?: boolean;
}

/** `field(flag(false), { title: 'Rotate automatically' })` */
export function field<T extends z.ZodMiniType>(schema: T, meta: FieldMeta): T {
  const described = z.clone(schema);
  z.globalRegistry.add(described, { ...meta });
  return described;
}

export function fieldMeta(schema: z.core.$ZodType): FieldMeta | undefined {
  const meta = z.globalRegistry.get(schema);
  return meta && typeof meta['title'] === 'string' ? (meta as unknown as FieldMeta) : undefined;
}

/** A reference to one node with this trait. */
export function ref(trait: string, meta: Omit<FieldMeta, 'ref'>) {
  return field(z.optional(text(80)), { ...meta, ref: trait });
}

/** References to any number of nodes with this trait. */
export function refs(trait: string, meta: Omit<FieldMeta, 'ref'>) {
  return field(list(text(80), 50), { ...meta, ref: trait });
}

/** A policy document as text: kept as the player wrote it, even when it does not parse. */
export function policyText(meta: Omit<FieldMeta, 'control'>, initial = '') {
  return field(z._default(text(20_480), initial), { ...meta, control: 'policy' });
}
