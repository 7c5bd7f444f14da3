import type { EncryptionFacets } from './encryption/facets';
import type { IamFacets } from './iam/facets';
import type { MonitoringFacets } from './monitoring/facets';
import type { NetworkFacets } from './network/facets';
import type { RequestFacets } from './request/facets';
import type { CostFacets } from './cost/facets';
import type { RefusalFacets } from './refusal-facets';
import type { TimeFacets } from './time/facets';

export type { AnyNode, FacetContext, NodeOf } from './context';

/**
 * Everything the engine may ask of a node. A kind answers only what applies. Facet types are declared by the
 * topic that asks. Declared as methods so that a kind can narrow `props`.
 */
export type Facets<P> = IamFacets<P> &
  NetworkFacets<P> &
  EncryptionFacets<P> &
  MonitoringFacets<P> &
  RequestFacets<P> &
  CostFacets<P> &
  TimeFacets<P> &
  RefusalFacets<P>;

/** The part of a kind that the engine knows. */
export interface EngineKind<P = never> {
  readonly id: string;
  readonly title: string;
  /** what other kinds may refer to it as; its own id always counts as a trait. */
  readonly traits: readonly string[];
  /** kinds (or `account`, the canvas itself) that it may stand in. */
  readonly livesIn: readonly string[];
  /** typed references. `field` is a pattern: `kmsKey`, `subnets[]`, `routes[].target`. */
  readonly links: readonly { readonly field: string; readonly to: string; readonly required?: boolean }[];
  /** fills in defaults; lists what is wrong with place and words, never throws. */
  complete(props: unknown): {
    readonly props: P;
    readonly issues: readonly { readonly field: string; readonly message: string }[];
  };
  readonly facets: Facets<P>;
}
/** A kind whose property type is not known to the reader (methods are bivariant). */
export type AnyKind = EngineKind<Readonly<Record<string, unknown>>>;

/** Kinds by id. */
export type Catalog = ReadonlyMap<string, AnyKind>;
