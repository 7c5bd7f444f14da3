import type { NodeId } from '../../model/diagram';
import type { RecordFacet } from '../record-facet';
import type { KeyChoice } from '../encryption/facets';
import type { FacetContext, NodeOf } from '../context';
import type { PolicyText } from '../policy-text';

/** Something that can be asked of a node, and what it takes to do it. */
export interface Operation {
  /** IAM action: `s3:GetObject`. */
  readonly action: string;
  /** IAM resource ARN that is authorised (an object ARN with a sample key for object actions). */
  readonly resource: string;
  /** network name of the API: `s3`, `sagemaker.runtime`. A node's own address (EFS) is `undefined`. */
  readonly service?: string;
  /** it answers those who come through an interface endpoint only, or only those who do not. Default: both. */
  readonly answers?: 'endpoint' | 'public';
  /** TCP port of the node's own interfaces, when there is no `service`. */
  readonly port?: number;
  /** condition keys that the operation itself adds. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
  /** keys that must be usable before it succeeds. */
  readonly keys?: readonly KeyUse[];
  /** roles that the caller hands over to a service by this call; each takes `iam:PassRole` on it. */
  readonly passes?: readonly PassedRole[];
  /** the CloudTrail record it would leave. */
  readonly record?: RecordFacet;
  /** no policy decides: whoever's packets arrive is served. */
  readonly open?: boolean;
  /** AWS would not make the node as it is drawn, so nothing answers: the lesson, one sentence. */
  readonly refused?: string;
}

/** A role in a call, and who will assume it (`iam:PassedToService`). Source: IAM User Guide, "Grant a user permissions to pass a role to an AWS service". */
export interface PassedRole {
  readonly role: NodeId;
  readonly service: string;
}

export interface KeyUse {
  readonly key: KeyChoice;
  /** `kms:Decrypt`, `kms:GenerateDataKey` … in order. */
  readonly actions: readonly string[];
  /** `kms:ViaService` value; absent when the caller talks to KMS itself. */
  readonly viaService?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
  /** the service principal that uses the key instead of the caller (log groups). */
  readonly byService?: string;
  /** the service got a grant on the key when the resource was made: the caller needs nothing, the key must be usable. */
  readonly granted?: boolean;
}

/** Who signs a request. */
export type Signer =
  /** a role or a user of the diagram. `service`: the service that assumes the role (`lambda.amazonaws.com`). */
  | {
      readonly type: 'identity';
      readonly node: NodeId | undefined;
      readonly service?: string;
      /** the identity that assumes the role, where one is drawn: trust policy and its own policies must allow it. */
      readonly assumedBy?: NodeId;
      /** the session policy that is sent when the role is assumed. */
      readonly session?: PolicyText;
    }
  /** a service in its own name (`cloudwatch.amazonaws.com`), with `aws:SourceArn` / `aws:SourceAccount`. */
  | {
      readonly type: 'service';
      readonly principal: string;
      readonly sourceArn?: string;
      /** it works as a role that AWS made for it in the account: name, and what its policy allows. */
      readonly linkedRole?: { readonly name: string; readonly allows: readonly string[] };
    }
  | { readonly type: 'anonymous' };

/** From where a request travels. */
export type Origin =
  /** from this node's own network interfaces. */
  | { readonly type: 'interfaces'; readonly node: NodeId }
  /** on AWS's own network, on behalf of the node. */
  | { readonly type: 'platform' }
  /** from somewhere on the internet, whatever is drawn. */
  | { readonly type: 'internet' };

/** A request that somebody makes, or might make. */
export interface RequestSpec {
  /** stable: `<from>/<action>/<to>` plus a purpose where one pair has several. */
  readonly id: string;
  /** the node that wants it. */
  readonly from: NodeId;
  /** the property that asked for it. */
  readonly field?: string;
  readonly signer: Signer;
  readonly origin: Origin;
  readonly action: string;
  readonly to: NodeId | undefined;
  /** instead of the operation's own resource ARN (the prefix that CloudTrail writes to). */
  readonly resource?: string;
  /** `resource` belongs to this account, of which nothing is known but that it lets everybody in. */
  readonly stranger?: string;
  /** instead of the operation's own keys: the sender names the key, and does not take the target's default. */
  readonly keys?: readonly KeyUse[];
  /** `call` = business traffic; `setup` = needed before the node runs; `delivery` = notification or record. */
  readonly purpose: 'call' | 'setup' | 'delivery';
  /** words for the list of traces: "Fraud service invokes fraud-endpoint". */
  readonly title: string;
  /** further condition keys (`iam:PassedToService`). */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** Versions of TLS, oldest first; `none`: plain text is answered too. */
export const TLS_VERSIONS = ['none', '1.0', '1.1', '1.2', '1.3'] as const;
export type TlsVersion = (typeof TLS_VERSIONS)[number];

/** A place where callers from outside come in, and what stands at it. */
export interface DoorFacet {
  /** answers on the internet. */
  readonly public: boolean;
  /** the lowest version that it answers, and the property that decides. */
  readonly minimumTls: { readonly version: TlsVersion; readonly field: string };
  /** a name of one's own, with the certificate that proves it; the property that holds the certificate. */
  readonly certificate: { readonly node?: NodeId; readonly field: string };
  /** looks at every request before it is let in. */
  /** `idle`: it is there, and lets everything through. */
  readonly filter: { readonly node?: NodeId; readonly field: string; readonly idle?: boolean };
  /** where it writes who came in. */
  readonly logs: { readonly node?: NodeId; readonly field: string };
  /** asks callers who they are; left out where it never does. */
  readonly authenticates?: { readonly on: boolean; readonly field: string };
  /** refuses requests of the wrong shape; left out where it never looks. */
  readonly validates?: { readonly on: boolean; readonly field: string };
}

export interface RequestFacets<P> {
  door?(node: NodeOf<P>, context: FacetContext): DoorFacet | undefined;
  /** what can be asked of this node. */
  operations?(node: NodeOf<P>, context: FacetContext): readonly Operation[];
  /** what this node asks of others in order to work, notify, record. */
  requests?(node: NodeOf<P>, context: FacetContext): readonly RequestSpec[];
}
