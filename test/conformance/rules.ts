import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { ask } from '../../src/engine/evaluate';
import { factsOf } from '../../src/engine/facts-of';
import { say, wordsOf } from '../../src/engine/wording';
import { CONTROLS } from '../../src/game/packs';
import { Account } from '../../src/model/account';
import type { Json } from '../../src/model/json';
import { drawFragment } from './fragment';
import { isFields, type Fields } from './fields';
import CLAIMS from './rule-claims.json' with { type: 'json' };
import DIFFERENCES from './rule-differences.json' with { type: 'json' };

type Verdict = 'PASS' | 'FAIL' | 'SKIP';
export interface RuleCase {
  readonly rule: string;
  readonly name: string;
  readonly template: Fields;
  readonly expected: Verdict;
}
/** A rule of others that one of our controls answers, for these types of resources. */
interface Claim {
  readonly rule: string;
  readonly control: string;
  readonly types: readonly string[];
  /** of a type that stands here only those count that write one of these properties, with one of these values. */
  readonly when?: readonly { readonly type: string; readonly property: string; readonly oneOf?: readonly string[] }[];
  /** ids of cfn_nag for the same question: a resource may carry its exception under them. */
  readonly cfnNag?: readonly string[];
  /** types that the rule looks at as well and that we cannot draw: cases with them are not claimed. */
  readonly undrawn?: readonly string[];
}
interface Difference {
  readonly id: string;
  readonly expected: string;
  readonly got: string;
  readonly why?: string;
}
export interface RuleConformance {
  readonly suite: string;
  readonly total: number;
  readonly agree: number;
  readonly differences: readonly Difference[];
  /** differences that the kept list does not explain. */
  readonly unexplained: number;
  /** per claimed rule, as printed. */
  readonly rows: readonly string[];
  /** rules of the suite that no control of ours answers. */
  readonly unclaimed: readonly string[];
}

const words = wordsOf(checks);
const claims: readonly Claim[] = CLAIMS;
/** By rule, expected and our verdict, and by words that our finding says: why we differ. Never by case. */
const kept: readonly { rule: string; expected: string; got: string; says?: string; why: string }[] = DIFFERENCES;

/** Runs `rules/guard-cases.jsonl` for every rule that we claim. */
export function runRules(suitesDir: string): RuleConformance[] {
  const folder = join(suitesDir, 'rules');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .map((file) => {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean);
      return compare(
        `rules/${file.slice(0, -'.jsonl'.length)}`,
        lines.map((line) => JSON.parse(line) as RuleCase),
      );
    });
}

function compare(suite: string, cases: readonly RuleCase[]): RuleConformance {
  const differences: Difference[] = [];
  const rows: string[] = [];
  let unexplained = 0;
  let total = 0;
  for (const claim of claims) {
    const mine = cases.filter((one) => one.rule === claim.rule && !holds(one.template, claim.undrawn ?? []));
    total += mine.length;
    let agree = 0;
    for (const one of mine) {
      const { verdict, says } = judgeCase(claim, one.template);
      if (verdict === one.expected) {
        agree += 1;
        continue;
      }
      const reason = kept.find(
        (known) =>
          known.rule === claim.rule &&
          known.expected === one.expected &&
          known.got === verdict &&
          (known.says === undefined || says.includes(known.says)),
      );
      if (!reason) unexplained += 1;
      const why = reason?.why ?? `NO REASON KEPT. ${says}`;
      differences.push({ id: `${claim.rule}: ${one.name}`, expected: one.expected, got: verdict, why });
    }
    if (mine.length > 0) rows.push(`${claim.rule} (${claim.control}) ${agree}/${mine.length}`);
  }
  const claimed = new Set(claims.map((one) => one.rule));
  return {
    suite,
    total,
    agree: total - differences.length,
    differences,
    unexplained,
    rows,
    unclaimed: [...new Set(cases.map((one) => one.rule))].filter((rule) => !claimed.has(rule)).sort(),
  };
}

function holds(template: Fields, types: readonly string[]): boolean {
  const resources = isFields(template['Resources']) ? Object.values(template['Resources']) : [];
  return resources.some((one) => isFields(one) && types.includes(String(one['Type'])));
}

/** Our control over the resources that the rule speaks about and that do not ask for an exception. */
export function judgeCase(claim: Claim, template: Fields): { readonly verdict: Verdict; readonly says: string } {
  const control = CONTROLS.find((one) => one.id === claim.control);
  if (!control) throw new Error(`${claim.rule} claims the control ${claim.control}, which does not exist.`);
  const resources = isFields(template['Resources']) ? template['Resources'] : {};
  const judged = new Set(
    Object.entries(resources).flatMap(([name, one]) =>
      isFields(one) && isMeant(claim, one) && !isExcepted(claim, one['Metadata']) ? [name] : [],
    ),
  );
  if (judged.size === 0) return { verdict: 'SKIP', says: '' };
  const { diagram, sources } = drawFragment(template);
  const { findings } = ask(control, factsOf(diagram, Account.parse({}), catalog), checks);
  const about = findings.filter(
    ({ answer, nodes: [subject] }) =>
      answer !== 'silent' && (sources.get(subject ?? '') ?? []).some((name) => judged.has(name)),
  );
  const misses = about.filter((one) => one.answer === 'misses');
  return {
    verdict: misses.length > 0 ? 'FAIL' : about.length > 0 ? 'PASS' : 'SKIP',
    says: (misses.length > 0 ? misses : about).map((one) => say(one.reason, words)).join(' '),
  };
}

function isMeant({ types, when = [] }: Claim, { Type: type, Properties: properties = null }: Fields): boolean {
  if (typeof type !== 'string' || !types.includes(type)) return false;
  const conditions = when.filter((one) => one.type === type);
  return (
    conditions.length === 0 ||
    conditions.some(({ property, oneOf }) => {
      const value = property
        .split('.')
        .reduce<Json | undefined>((found, key) => (isFields(found) ? found[key] : undefined), properties);
      if (value === undefined || (Array.isArray(value) && value.length === 0)) return false;
      return oneOf === undefined || (typeof value === 'string' && oneOf.includes(value));
    })
  );
}

function isExcepted({ rule, cfnNag = [] }: Claim, metadata: Json | undefined): boolean {
  if (!isFields(metadata)) return false;
  const { guard, cfn_nag: nag = metadata['cfn-nag'] } = metadata;
  const suppressed = isFields(guard) ? guard['SuppressedRules'] : undefined;
  const listed = isFields(nag) ? nag['rules_to_suppress'] : undefined;
  const ids = Array.isArray(listed) ? (listed as readonly Json[]).map((one) => (isFields(one) ? one['id'] : one)) : [];
  return (
    (Array.isArray(suppressed) &&
      (suppressed as readonly Json[]).some((one) => one === rule || (isFields(one) && Object.hasOwn(one, rule)))) ||
    ids.some((id) => typeof id === 'string' && cfnNag.includes(id))
  );
}
