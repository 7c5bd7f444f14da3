import type { AnyKind, Facets } from '../../src/engine/facets';
import type { Facts } from '../../src/engine/facts';
import { factsOf } from '../../src/engine/facts-of';
import type { PolicyText } from '../../src/engine/policy-text';
import { say } from '../../src/engine/wording';
import { Account } from '../../src/model/account';
import type { DiagramNode } from '../../src/model/diagram';
import type { Reason, TraceStep } from '../../src/model/trace';

type AnyFacets = Facets<Readonly<Record<string, unknown>>>;

/** What a fake node answers to the engine: the facets themselves, as data. */
export type Answers = { readonly [F in keyof AnyFacets]?: ReturnType<NonNullable<AnyFacets[F]>> };
export type Drawing = Readonly<Record<string, Answers>>;
/** Laid over a drawing, node by node and facet by facet; `null` takes a whole node away. */
export type Change = Readonly<Record<string, Answers | null>>;

export const ACCOUNT = '111122223333';

/** A kind that the tests make up: everything it does not say is empty. */
export function fakeKind(kind: Partial<AnyKind> & { readonly id: string }): AnyKind {
  return {
    title: kind.id,
    traits: [kind.id],
    livesIn: ['account'],
    links: [],
    complete: (props) => ({
      props: props !== null && typeof props === 'object' ? { ...props } : {},
      issues: [],
    }),
    facets: {},
    ...kind,
  };
}

export function fakeNode(id: string, kind: string, more: Partial<DiagramNode> = {}): DiagramNode {
  return { id, kind, name: id, position: { x: 0, y: 0 }, props: {}, ...more };
}

/** The facts of a drawing in which every node has a kind of its own, and that kind answers as the drawing says. */
export function factsOfAnswers(drawing: Drawing, account: Partial<Account> = {}): Facts {
  const ids = Object.keys(drawing);
  const catalog = new Map(
    ids.map((id): [string, AnyKind] => {
      const asked = Object.entries(drawing[id] ?? {}).map(([facet, answer]) => [facet, () => answer] as const);
      return [`kind-${id}`, fakeKind({ id: `kind-${id}`, facets: Object.fromEntries(asked) })];
    }),
  );
  const nodes = Object.fromEntries(ids.map((id) => [id, fakeNode(id, `kind-${id}`)]));
  return factsOf({ nodes }, Account.parse(account), catalog);
}

export function changed(drawing: Drawing, change: Change = {}): Drawing {
  const result: Record<string, Answers> = { ...drawing };
  for (const [id, over] of Object.entries(change)) {
    if (over === null) delete result[id];
    else result[id] = { ...result[id], ...over };
  }
  return result;
}

export type Statement = Readonly<Record<string, unknown>>;

export function allow(action: string | readonly string[], more: Statement = {}): Statement {
  return { Effect: 'Allow', Action: action, Resource: '*', ...more };
}

export function policyText(node: string, field: string, ...statements: readonly Statement[]): PolicyText {
  return { name: field, node, field, text: JSON.stringify({ Version: '2012-10-17', Statement: statements }) };
}

/** Reason codes that a table has met, so that a test can ask for the ones it never met. */
export class Seen {
  private readonly reasons = new Map<string, Reason>();
  /** codes of steps that failed. */
  readonly failed = new Set<string>();

  add(steps: readonly Pick<TraceStep, 'reason' | 'verdict'>[]): void {
    for (const { reason, verdict } of steps) {
      this.reasons.set(reason.code, reason);
      if (verdict === 'fail') this.failed.add(reason.code);
    }
  }
  /** The codes of a table of words that no case has produced. */
  missing(words: Readonly<Record<string, string>>): readonly string[] {
    return Object.keys(words).filter((code) => !this.reasons.has(code));
  }
  /** Sentences that are missing, or have a place that nothing fills. */
  unfinished(): readonly string[] {
    return [...this.reasons.values()].map((reason) => say(reason)).filter((text) => /\{\w+\}|^\S+\.\S+ \{/.test(text));
  }
}

export function codesOf(steps: readonly Pick<TraceStep, 'reason'>[]): readonly string[] {
  return steps.map(({ reason }) => reason.code);
}
