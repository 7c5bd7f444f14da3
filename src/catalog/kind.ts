import type * as z from 'zod/mini';
import type { AnyKind, EngineKind } from '../engine/facets';
import type { Json } from '../model/json';
import { mend } from './mend';

export const CATEGORIES = ['network', 'identity', 'keys', 'data', 'ml', 'watch', 'respond', 'actors'] as const;
export type Category = (typeof CATEGORIES)[number];

/** One typed reference, drawn as an edge from this node to its target. */
export interface Link {
  /** pattern of the property that holds the target's id: `kmsKey`, `subnets[]`, `routes[].target`. */
  readonly field: string;
  /** trait of a legal target. */
  readonly to: string;
  /** reads as a sentence: "<source> <label> <target>". */
  readonly label: string;
  /** for a list of objects (`routes[].target`): the new element, without the reference itself. */
  readonly item?: (target: { readonly kind: string; readonly name: string }) => { readonly [key: string]: Json };
  readonly required?: boolean;
  /** rarely meant: it is set in the form, and an edge drawn between two nodes does not offer it. */
  readonly byForm?: boolean;
  /**
   * Properties that must change too so that the reference counts (a bucket's default encryption, once it has a key):
   * field path → new value. Empty when they already fit.
   */
  readonly also?: (
    props: Readonly<Record<string, unknown>>,
    target: { readonly kind: string },
  ) => { readonly [field: string]: Json };
}

/** A node that AWS makes together with this one (a VPC's main route table). */
export interface Companion {
  readonly kind: string;
  readonly suffix: string;
  /** property of the new node that refers to the companion. */
  readonly field: string;
  readonly inside: boolean;
  readonly props: { readonly [key: string]: Json };
}

/** A page of AWS's documentation (`docs.ts` of a kind's folder). */
export interface DocLink {
  readonly title: string;
  readonly url: string;
}

/** What a kind's folder says of itself (`kind.ts`). */
export interface KindSource<S extends z.ZodMiniObject> {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  /** one sentence for the palette. */
  readonly summary: string;
  readonly traits?: readonly string[];
  readonly livesIn: readonly string[];
  /** drawn as a box that others stand in. */
  readonly container?: { readonly width: number; readonly height: number };
  readonly props: S;
  readonly links: readonly Link[];
  /** relations AWS does not have: a target's trait, and the lesson. */
  readonly refuses?: readonly { readonly to: string; readonly lesson: string }[];
  readonly companions?: readonly Companion[];
  /** AWS makes and removes it only together with its owner. */
  readonly removable?: (props: z.output<S>) => boolean;
  /** suggested name of a new node; a number is added when taken. */
  readonly defaultName: string;
}

/** A finished kind, without what only the engine asks of it: that comes with the simulator (`index.ts`). */
export interface Kind extends Omit<AnyKind, 'facets'> {
  readonly category: Category;
  readonly summary: string;
  readonly container?: { readonly width: number; readonly height: number };
  readonly links: readonly Link[];
  readonly refuses: readonly { readonly to: string; readonly lesson: string }[];
  readonly companions: readonly Companion[];
  readonly removable: (props: Readonly<Record<string, unknown>>) => boolean;
  readonly defaultName: string;
  readonly schema: z.ZodMiniObject;
}

export function defineKind<S extends z.ZodMiniObject>(source: S extends z.ZodMiniObject ? KindSource<S> : never): Kind {
  const shape = source.props.shape as Record<string, z.ZodMiniType>;
  const complete: EngineKind<z.output<S>>['complete'] = (raw) => {
    const whole = source.props.safeParse(raw ?? {});
    if (whole.success) return { props: whole.data as z.output<S>, issues: [] };
    // Keep every property that is fine by itself, so that one wrong field does not blind the simulator.
    const given = raw !== null && typeof raw === 'object' ? (raw as Record<string, unknown>) : {};
    const kept: Record<string, unknown> = {};
    for (const [key, schema] of Object.entries(shape)) {
      kept[key] = mend(schema, Object.hasOwn(given, key) ? given[key] : undefined);
    }
    return {
      props: kept as z.output<S>,
      issues: whole.error.issues.map((issue) => ({ field: fieldOf(issue.path), message: issue.message })),
    };
  };
  const kind = {
    ...source,
    traits: [source.id, ...(source.traits ?? [])],
    refuses: source.refuses ?? [],
    companions: source.companions ?? [],
    removable: source.removable ?? (() => true),
    schema: source.props as z.ZodMiniObject,
    complete,
  };
  return kind as unknown as Kind;
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${String(part)}`))
    .join('');
}

/** Kinds by id. */
export type KindCatalog = ReadonlyMap<string, Kind>;
/** Kinds by id, each with its facets: what the engine wants. */
export type WholeCatalog = ReadonlyMap<string, Kind & AnyKind>;
