import type { RequestSpec } from '../../../src/engine/request/facets';
import type { Account } from '../../../src/model/account';
import type { Change } from '../fake';

export interface RequestCase {
  readonly name: string;
  /** the AWS page, or the rule in our words, that the expectation rests on. */
  readonly source: string;
  readonly change?: Change;
  readonly ask?: Partial<RequestSpec>;
  readonly account?: Partial<Account>;
  /** the code of the failure, when it is refused. */
  readonly refused?: string;
  /** codes that the trace must say on the way. */
  readonly says?: readonly string[];
}
