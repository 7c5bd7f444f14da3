import { z } from 'zod';

/**
 * What can be kept of a value that does not fit its schema. A wrong leaf falls back to its default; its
 * neighbours, and the other elements of a list, stay as they are. `undefined` when nothing can be kept.
 */
export function mend(schema: z.ZodType, value: unknown): unknown {
  const whole = schema.safeParse(value);
  if (whole.success) return whole.data;
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional) {
    const inner = schema.safeParse(mend(schema.unwrap() as z.ZodType, value));
    return inner.success ? inner.data : schema.safeParse(undefined).data;
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    const element = schema.element as z.ZodType;
    return schema.safeParse(value.map((item) => mend(element, item)).filter((item) => item !== undefined)).data;
  }
  if (schema instanceof z.ZodObject && value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const given = value as Readonly<Record<string, unknown>>;
    const kept = Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).flatMap(([key, field]) => {
      const part = mend(field, Object.hasOwn(given, key) ? given[key] : undefined);
      return part === undefined ? [] : [[key, part] as const];
    });
    return schema.safeParse(Object.fromEntries(kept)).data;
  }
  return schema.safeParse(undefined).data;
}
