import type { FacetContext, NodeOf } from '../context';
import type { PolicyText } from '../policy-text';

export type { PolicyText } from '../policy-text';

/** An identity that can be authorised: a role or a user. */
export interface PrincipalFacet {
  readonly arn: string;
  readonly type: 'role' | 'user';
  readonly identity: readonly PolicyText[];
  readonly boundary?: PolicyText;
  /** roles only. */
  readonly trust?: PolicyText;
  /** access keys that never expire on their own. */
  readonly longLivedKeys: boolean;
}

export interface ResourcePolicyFacet {
  readonly policy?: PolicyText;
  /** what AWS applies when none is written (a KMS key's default policy, an SNS topic's). JSON text. */
  readonly implied?: string;
  /** KMS keys and trust policies: without an allow here nothing else counts. */
  readonly required: boolean;
  /** which grammar it follows; `resource` unless said otherwise. */
  readonly type?: 'resource' | 'attached' | 'key' | 'trust';
  /** the only actions that consult it (a trust policy: `sts:AssumeRole`); all when left out. */
  readonly actions?: readonly string[];
  /** S3 Block Public Access: grants to everybody are ignored. */
  readonly blocksPublic?: boolean;
}

export interface IamFacets<P> {
  /** policies that stand here and hold for identities that have them: those of a group, a policy of its own. */
  grants?(node: NodeOf<P>, context: FacetContext): readonly PolicyText[];
  arn?(node: NodeOf<P>, context: FacetContext): string | undefined;
  principal?(node: NodeOf<P>, context: FacetContext): PrincipalFacet | undefined;
  resourcePolicy?(node: NodeOf<P>, context: FacetContext): ResourcePolicyFacet | undefined;
}
