import type { Account } from '../model/account';
import type { Drawing } from '../model/drawing';
import { EMPTY_DIAGRAM } from '../model/diagram';
import type { Scenario } from '../model/scenario';
import { blankScenario, playable } from './author/playable';

const SANDBOX = 'sandbox';

/** Services that AWS has closed to new customers, by the id that an account names them with. */
export const LEGACY_SERVICES: readonly { readonly id: string; readonly title: string }[] = [
  { id: 'model-monitor', title: 'SageMaker Model Monitor' },
  { id: 'clarify', title: 'SageMaker Clarify' },
];

/** A new drawing: an account that has been there for a while, and nothing in it. */
export function blankDrawing(name: string): Drawing {
  return { name, account: playable(blankScenario(SANDBOX)).scenario.account, diagram: EMPTY_DIAGRAM };
}

/** `existing`: it may still use what is closed to new customers. */
export type AccountAge = 'existing' | 'new';

export function ageOf({ legacyServices }: Account): AccountAge {
  return legacyServices.length > 0 ? 'existing' : 'new';
}

export function withAge(account: Account, age: AccountAge): Account {
  return { ...account, legacyServices: age === 'existing' ? LEGACY_SERVICES.map(({ id }) => id) : [] };
}

/** What files of a drawing are called. */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
  return slug === '' ? SANDBOX : slug;
}

/** The scenario that a drawing of the sandbox stands in: every kind, and nothing that is asked for. */
export function sandboxScenario({ name, account }: Omit<Drawing, 'diagram'>, kinds: Iterable<string>): Scenario {
  const { scenario } = playable({ ...blankScenario(SANDBOX), id: slugOf(name) });
  return { ...scenario, title: name, account, allowedKinds: [...kinds] };
}
