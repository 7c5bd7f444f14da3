import { z } from 'zod';

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
  /** AWS replaces the resource, or refuses, when this changes later. */
  immutable?: boolean;
}

/** `field(z.boolean().default(false), { title: 'Rotate automatically' })` */
export function field<T extends z.ZodType>(schema: T, meta: FieldMeta): T {
  return schema.meta({ ...meta });
}

export function fieldMeta(schema: z.ZodType): FieldMeta | undefined {
  const meta = schema.meta();
  return meta && typeof meta['title'] === 'string' ? (meta as unknown as FieldMeta) : undefined;
}

/** A reference to one node with this trait. */
export function ref(trait: string, meta: Omit<FieldMeta, 'ref'>) {
  return field(z.string().max(80).optional(), { ...meta, ref: trait });
}

/** References to any number of nodes with this trait. */
export function refs(trait: string, meta: Omit<FieldMeta, 'ref'>) {
  return field(z.array(z.string().max(80)).max(50).default([]), { ...meta, ref: trait });
}

/** A policy document as text: kept as the player wrote it, even when it does not parse. */
export function policyText(meta: Omit<FieldMeta, 'control'>, initial = '') {
  return field(z.string().max(20_480).default(initial), { ...meta, control: 'policy' });
}
