import type { NodeId } from '../../model/diagram';
import type { FacetContext, NodeOf } from '../context';

/** Which key something is encrypted under. */
export type KeyChoice =
  /** a KMS key drawn in the diagram (`node`), customer managed. */
  | { readonly type: 'customer-managed'; readonly node: NodeId }
  /** `aws/<service>`: its policy cannot be edited. */
  | { readonly type: 'aws-managed'; readonly alias: string }
  /** invisible keys of the service (SSE-S3, default of volumes and topics). */
  | { readonly type: 'aws-owned'; readonly label: string }
  | { readonly type: 'none' };

/** One place where data rests. */
export interface Store {
  /** `objects`, `volume`, `capture`, `output`, `logs`, `messages`. */
  readonly id: string;
  readonly label: string;
  /** the property that decides. */
  readonly field: string;
  readonly key: KeyChoice;
  /** what happens there; `false` = nothing is stored at present (capture switched off). */
  readonly used: boolean;
  /** one data key serves many objects for a while: KMS is asked seldom, and its records name none of them. */
  readonly sharesDataKeys?: boolean;
}

export interface KeyFacet {
  readonly enabled: boolean;
  /** days until deletion; `undefined` = not scheduled. */
  readonly deletesInDays?: number;
  readonly rotates: boolean;
  readonly rotationDays: number;
}

export interface EncryptionFacets<P> {
  stores?(node: NodeOf<P>, context: FacetContext): readonly Store[];
  key?(node: NodeOf<P>, context: FacetContext): KeyFacet | undefined;
}
