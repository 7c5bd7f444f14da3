import type { Change } from '../fake';

export interface ChainCase {
  readonly name: string;
  /** the AWS page, or the rule in our words, that the expectation rests on. */
  readonly source: string;
  readonly chain: 'schedule' | 'alarm' | 'trail';
  readonly change?: Change;
  /** the codes of all failures of the chain itself, in order; empty = it holds. */
  readonly fails: readonly string[];
  readonly says?: readonly string[];
}
