import * as z from 'zod/mini';
import { formOf, type FormField } from '../../catalog/form-model';
import type { KindCatalog } from '../../catalog/kind';
import type { AnyCheck } from '../../engine/check';
import type { Facts } from '../../engine/facts';
import type { Json } from '../../model/json';
import { incidentOf, possibleTargets } from '../drill';
import { isRecord } from './place';

/** A question that a requirement could ask. */
export interface Candidate {
  readonly check: string;
  readonly params: { readonly [key: string]: Json };
}

/** What is drawn, for values that fit: several solutions may be drawn, and a start to tell them from. */
export interface Drawn {
  readonly start: Facts;
  readonly solutions: readonly Facts[];
  readonly catalog: KindCatalog;
}

type Params = Candidate['params'];
type Value = Json | undefined;

/** More combinations of one check are not tried. */
const MOST_PER_CHECK = 300;
/** When an incident begins: monitors have run by then. */
const INCIDENT_HOUR = 30;
const EXPECTATIONS = ['prevented', 'detected', 'notified', 'contained', 'attributable'] as const;

/** Every sensible way to ask this check about these drawings. */
export function candidatesOf(check: AnyCheck, drawn: Drawn): readonly Candidate[] {
  const schema: unknown = check.params;
  if (!(schema instanceof z.ZodMiniObject)) return [];
  const fields = formOf(schema);
  const has = (key: string) => fields.some((field) => field.key === key);
  const found = has('incident')
    ? incidents(drawn)
    : has('field') && has('label')
      ? settings(drawn)
      : has('places') && has('terms')
        ? [...endings(check, drawn), ...examplesOf(check)]
        : [...combinations(fields, check, drawn), ...examplesOf(check)];
  const seen = new Set<string>();
  return found.slice(0, MOST_PER_CHECK).flatMap((params): Candidate[] => {
    const key = JSON.stringify(params);
    if (seen.has(key) || !check.params.safeParse(params).success) return [];
    seen.add(key);
    return [{ check: check.id, params }];
  });
}

/** One value of each field, in all combinations. */
function combinations(fields: readonly FormField[], check: AnyCheck, drawn: Drawn): Params[] {
  return fields.reduce<Params[]>(
    (all, field) => {
      const values = valuesOf(field, check, drawn);
      return all
        .flatMap((params) =>
          values.map((value): Params => (value === undefined ? params : { ...params, [field.key]: value })),
        )
        .slice(0, MOST_PER_CHECK);
    },
    [{}],
  );
}

/** `undefined` leaves the field out: then its default holds. */
function valuesOf(field: FormField, check: AnyCheck, drawn: Drawn): readonly Value[] {
  const own = drawnValues(field.key, drawn);
  const free = field.required ? [] : [undefined];
  if (own) return [...free, ...own];
  if (field.type === 'select') return [...free, ...field.options.filter((option) => option !== field.initial)];
  if (field.type === 'switch') return [undefined, !(field.initial ?? false)];
  const shown = unique(
    examplesOf(check).flatMap((params) => {
      const value = params[field.key];
      return value === undefined ? [] : [value];
    }),
  );
  if (field.required && field.type === 'number') return unique([...shown, 1, 24]);
  return field.required ? shown : field.type === 'list' && field.item.type === 'select' ? [...free, ...shown] : free;
}

/** Values that the drawings themselves give, by what the checks call them. */
function drawnValues(key: string, { solutions }: Drawn): readonly Json[] | undefined {
  switch (key) {
    case 'kinds':
      return kindsIn(solutions).map((kind) => [kind]);
    case 'action':
    case 'calls':
      return unique(
        solutions.flatMap((facts) =>
          facts.requests.filter(({ spec }) => spec.purpose === 'call').map(({ action }) => action),
        ),
      );
    case 'signal':
      return unique(solutions.flatMap((facts) => facts.metrics.map(({ source }) => source.signal)));
    case 'regions':
      return unique(solutions.map((facts) => facts.account.region)).map((region) => [region]);
    case 'monthly':
      return [nextBudget(Math.max(...solutions.map((facts) => facts.cost.monthly)))];
    case 'asks':
    case 'referredBy':
    case 'where':
      return [];
    default:
      return undefined;
  }
}

/** A little above what it costs, in round dollars. */
function nextBudget(monthly: number): number {
  const step = monthly < 20 ? 1 : monthly < 200 ? 10 : 50;
  return Math.max(step, Math.ceil((monthly * 1.05) / step) * step);
}

function examplesOf(check: AnyCheck): Params[] {
  const { meets, misses } = check.examples;
  return [...meets, ...misses].map(({ params }) => {
    const json: Json = JSON.parse(JSON.stringify(params ?? {})) as Json;
    return isRecord(json) ? json : {};
  });
}

/** Each setting of a solution that the start does not have: the same node, or the kind's default. */
function settings({ start, solutions, catalog }: Drawn): Params[] {
  return solutions.flatMap((facts) =>
    facts.nodes.flatMap((node): Params[] => {
      const kind = catalog.get(node.kind);
      if (!kind) return [];
      const before = start.node(node.id)?.props ?? kind.complete({}).props;
      return formOf(kind.schema).flatMap((field): Params[] => {
        const value = valueIn(node.props, field.key);
        if (value === undefined || value === valueIn(before, field.key)) return [];
        const asked = { kinds: [kind.id], field: field.key, label: field.title.toLowerCase() };
        if (field.type === 'switch' || field.type === 'select') return [{ ...asked, oneOf: [value] }];
        if (field.type === 'number')
          return [
            { ...asked, min: value },
            { ...asked, max: value },
          ];
        return [];
      });
    }),
  );
}

/** When data goes that others of the drawing write or read: of each sort by itself, after as long as it takes there. */
function endings(check: AnyCheck, { solutions }: Drawn): Params[] {
  const terms = unique(examplesOf(check).flatMap((params) => (isTerms(params['terms']) ? [params['terms']] : [])));
  return terms.flatMap((counted) =>
    solutions.flatMap((facts) =>
      facts.nodes.flatMap((node): Params[] => {
        const days = counted
          .filter((term) => term.while === undefined || valueIn(node.props, term.while) === true)
          .map(({ field }) => valueIn(node.props, field));
        if (days.length === 0 || !days.every((one) => typeof one === 'number')) return [];
        const maxDays = days.reduce((sum, one) => sum + one, 0);
        const kinds = [node.kind];
        return facts.referrers(node.id).map((by): Params => {
          const places = [{ kinds, referredBy: { kind: by.node.kind, field: by.pattern } }];
          return { places, terms: counted.map((term) => ({ ...term })), maxDays };
        });
      }),
    ),
  );
}

type Term = { readonly field: string; readonly label: string; readonly while?: string };

function isTerms(value: Value): value is Term[] {
  return (
    Array.isArray(value) &&
    value.every((one) => isRecord(one) && typeof one['field'] === 'string' && typeof one['label'] === 'string')
  );
}

function valueIn(props: Readonly<Record<string, unknown>>, key: string): string | number | boolean | undefined {
  const value = Object.hasOwn(props, key) ? props[key] : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** Each incident that can happen to a kind of the solutions, with each thing that could be expected then. */
function incidents({ solutions }: Drawn): Params[] {
  const struck = solutions.flatMap((facts) =>
    [...possibleTargets(facts)].flatMap(([kind, targets]) =>
      targets.map((id) => ({ kind, on: facts.node(id)?.kind ?? id })),
    ),
  );
  return unique(struck).flatMap(({ kind, on }) => {
    const incident = incidentOf(kind, on, INCIDENT_HOUR);
    return incident ? EXPECTATIONS.map((expect): Params => ({ incident: { ...incident }, expect })) : [];
  });
}

function kindsIn(drawings: readonly Facts[]): string[] {
  return unique(drawings.flatMap((facts) => facts.nodes.map((node) => node.kind)));
}

/** Equal as JSON counts once. */
function unique<Item extends Json>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
