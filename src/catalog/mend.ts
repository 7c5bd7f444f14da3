import * as z from 'zod/mini';

/**
 * What can be kept of a value that does not fit its schema. A wrong leaf falls back to its default; its
 * neighbours, and the other elements of a list, stay as they are. `undefined` when nothing can be kept.
 */
export function mend(schema: z.core.$ZodType, value: unknown): unknown {
  const whole = z.safeParse(schema, value);
  if (whole.success) return whole.data;
  if (
    schema instanceof z.ZodMiniDefault ||
    schema instanceof z.ZodMiniPrefault ||
    schema instanceof z.ZodMiniOptional
  ) {
    const inner = schema.safeParse(mend(schema.def.innerType, value));
    return inner.success ? inner.data : schema.safeParse(undefined).data;
  }
  if (schema instanceof z.ZodMiniArray && Array.isArray(value)) {
    return schema.safeParse(value.map((item) => mend(schema.def.element, item)).filter((item) => item !== undefined))
      .data;
  }
  if (schema instanceof z.ZodMiniObject && value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const given = value as Readonly<Record<string, unknown>>;
    const kept = Object.entries(schema.def.shape).flatMap(([key, field]) => {
      const part = mend(field, Object.hasOwn(given, key) ? given[key] : undefined);
      return part === undefined ? [] : [[key, part] as const];
    });
    return schema.safeParse(Object.fromEntries(kept)).data;
  }
  return z.safeParse(schema, undefined).data;
}
