import * as z from 'zod/mini';
import { formOf, type FormField } from '../../catalog/form-model';
import type { Checks } from '../../engine/check';

/** The fields of a check's parameters; `undefined` for an unknown check. */
export function checkForm(checks: Checks, id: string): readonly FormField[] | undefined {
  const schema: unknown = checks.get(id)?.params;
  return schema instanceof z.ZodMiniObject ? formOf(schema) : undefined;
}
