import type { KindCatalog } from '../../catalog/kind';
import { ask } from '../../engine/evaluate';
import type { Facts } from '../../engine/facts';
import { factsOf } from '../../engine/facts-of';
import { say, wordsOf } from '../../engine/wording';
import type { Account } from '../../model/account';
import type { Diagram } from '../../model/diagram';
import type { Json } from '../../model/json';
import type { Finding } from '../../model/report';
import type { Requirement } from '../../model/scenario';
import { INCIDENT_WORDS } from '../drill';
import { sameJson } from '../given';
import type { Rules } from '../judge';
import { capitalise } from '../words';
import { candidatesOf, type Candidate } from './candidates';
import { isList, isRecord } from './place';

/** A requirement that every solution meets and the start does not. */
export interface Offer extends Candidate {
  /** proposed title of the requirement. */
  readonly title: string;
  /** title and help of the check. */
  readonly question: string;
  readonly help: string;
  /** why a solution meets it, and why the start does not. */
  readonly meets: string;
  readonly misses: string;
}

export interface OfferStep {
  /** checks tried, of how many. */
  readonly done: number;
  readonly total: number;
  readonly what: string;
  /** found with this check. */
  readonly offers: readonly Offer[];
}

export interface Drawings {
  readonly start: Diagram;
  readonly solutions: readonly Diagram[];
  readonly account: Account;
  /** what is asked already is not offered again. */
  readonly asked?: readonly Pick<Requirement, 'check' | 'params'>[];
}

/** Everything that can be asked of these drawings: true of all solutions and false of the start. */
export function offers(drawings: Drawings, rules: Rules): Offer[] {
  return [...offering(drawings, rules)].flatMap((step) => step.offers);
}

/** The same in steps, one per check: playing incidents takes seconds. Without a solution there is nothing to offer. */
export function* offering(drawings: Drawings, { catalog, checks }: Rules): Generator<OfferStep, void> {
  if (drawings.solutions.length === 0) return;
  const facts = (diagram: Diagram) => factsOf(diagram, drawings.account, catalog);
  const start = facts(drawings.start);
  const solutions = drawings.solutions.map(facts);
  const words = wordsOf(checks);
  const all = [...checks.values()];
  for (const [at, check] of all.entries()) {
    const seen = new Set<string>();
    const found: Offer[] = [];
    const candidates = candidatesOf(check, { start, solutions, catalog });
    for (const candidate of candidates) {
      const verdict = verdictOn(candidate, start, solutions, checks);
      if (verdict && !seen.has(verdict.key) && !isAsked(candidate, drawings, check.params)) {
        seen.add(verdict.key);
        found.push({
          ...candidate,
          title: titleOf(candidate, check.title, catalog),
          question: check.title,
          help: check.help,
          meets: sentence(verdict.meets, words),
          misses: sentence(verdict.misses, words),
        });
      }
      // One at a time, so that whoever asks can do something else in between, or stop.
      yield { done: at, total: all.length, what: check.title, offers: found.splice(0) };
    }
    yield { done: at + 1, total: all.length, what: check.title, offers: found };
  }
}

interface Verdict {
  /** equal when all drawings answer the same. */
  readonly key: string;
  readonly meets: readonly Finding[];
  readonly misses: readonly Finding[];
}

function verdictOn(
  candidate: Candidate,
  start: Facts,
  solutions: readonly Facts[],
  checks: Rules['checks'],
): Verdict | undefined {
  const solved = solutions.map((facts) => ask(candidate, facts, checks));
  if (solved.some(({ met }) => !met)) return undefined;
  const before = ask(candidate, start, checks);
  if (before.met) return undefined;
  const key = JSON.stringify(
    [...solved, before].map(({ findings }) =>
      findings.map(({ answer, nodes, reason }) => [answer, nodes, reason.code]),
    ),
  );
  return { key, meets: solved[0]?.findings ?? [], misses: before.findings };
}

function sentence(findings: readonly Finding[], words: ReadonlyMap<string, string>): string {
  const told = findings.find(({ answer }) => answer === 'misses') ?? findings.find(({ answer }) => answer === 'meets');
  return told ? say(told.reason, words) : 'There is nothing yet that this could be judged by.';
}

interface Params {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown };
}

function isAsked({ check, params }: Candidate, { asked = [] }: Drawings, schema: Params): boolean {
  const whole = (value: unknown) => JSON.parse(JSON.stringify(schema.safeParse(value).data ?? null)) as Json;
  return asked.some((one) => one.check === check && sameJson(whole(one.params), whole(params)));
}

/** `Data rests under your own keys: S3 bucket`, `Rotation of the KMS key is on`. */
function titleOf({ params }: Candidate, title: string, catalog: KindCatalog): string {
  const { kinds, label, incident, expect } = params;
  const names = isList(kinds)
    ? kinds.flatMap((kind) => (typeof kind === 'string' ? [catalog.get(kind)?.title ?? kind] : [])).join(', ')
    : '';
  if (isRecord(incident)) {
    const happening = Object.entries(INCIDENT_WORDS).find(([kind]) => kind === incident['kind'])?.[1].title;
    const on = typeof incident['on'] === 'string' ? (catalog.get(incident['on'])?.title ?? incident['on']) : '';
    return cut(`${happening ?? title} at the ${on}: ${plain(expect)}`);
  }
  if (typeof label === 'string') {
    const asked = params['oneOf'] ?? params['min'] ?? params['max'];
    const bound = params['min'] !== undefined ? 'at least ' : params['max'] !== undefined ? 'at most ' : '';
    return cut(`${capitalise(label)} (${names}): ${bound}${plain(asked)}`);
  }
  const rest = Object.entries(params).flatMap(([key, value]) => {
    if (key === 'kinds' || typeof value === 'object') return [];
    return [typeof value === 'boolean' ? (value ? wordsIn(key) : `not ${wordsIn(key)}`) : plain(value)];
  });
  const details = [names, ...rest].filter(Boolean).join(', ');
  return cut(details === '' ? title : `${title}: ${details}`);
}

function plain(value: Json | undefined): string {
  if (isList(value)) return value.map(plain).join(' or ');
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function wordsIn(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function cut(title: string): string {
  return title.length > 200 ? `${title.slice(0, 199)}…` : title;
}
