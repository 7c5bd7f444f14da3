import type * as z from 'zod/mini';
import type { AnyCheck, Check } from '../engine/check';

/** Ties a check's `run` to its own parameters; the list of all checks forgets them again. */
export function defineCheck<S extends z.ZodMiniType>(
  check: Omit<Check<z.output<S>>, 'params'> & { readonly params: S },
): AnyCheck {
  return check as unknown as AnyCheck;
}
