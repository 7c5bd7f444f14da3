import type * as z from 'zod/mini';
import type { Account } from '../model/account';
import type { Diagram } from '../model/diagram';
import type { Finding } from '../model/report';
import type { Facts } from './facts';

/** A small diagram that shows one answer of a check. */
export interface CheckExample {
  readonly title: string;
  readonly diagram: Diagram;
  readonly account?: Partial<Account>;
  readonly params?: Readonly<Record<string, unknown>>;
}

/**
 * One question with three answers per subject. A requirement is met iff at least one finding exists that is
 * not silent and none misses: an empty canvas never passes by vacuity.
 */
export interface Check<P = unknown> {
  readonly id: string;
  readonly title: string;
  /** what it asks and why, for the help page. Plain Markdown. */
  readonly help: string;
  readonly params: z.ZodMiniType<P>;
  /** reason code (without the check's id) → sentence with `{value}` places. */
  readonly words: Readonly<Record<string, string>>;
  readonly examples: {
    readonly meets: readonly CheckExample[];
    readonly misses: readonly CheckExample[];
    readonly silent: readonly CheckExample[];
  };
  run(facts: Facts, params: P): readonly Finding[];
}
export type AnyCheck = Check<never>;
export type Checks = ReadonlyMap<string, AnyCheck>;
