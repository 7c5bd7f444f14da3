import type { NodeId } from '../../model/diagram';
import type { TraceStep } from '../../model/trace';

/** Where a packet wants to go. TCP; `port` is the destination port. */
export type Destination =
  /** a Regional AWS API, by its network name (`s3`, `sagemaker.runtime`). TCP 443. `region`: another Region. */
  | { readonly type: 'service'; readonly service: string; readonly region?: string }
  /** any host on the internet. */
  | { readonly type: 'internet'; readonly port: number }
  | { readonly type: 'node'; readonly node: NodeId; readonly port: number };

/** How the packet left: what IAM will see of it. */
export interface Via {
  readonly kind:
    | 'gateway-endpoint'
    | 'interface-endpoint'
    | 'internet-gateway'
    | 'nat-gateway'
    | 'local'
    | 'peering'
    | 'transit'
    | 'vpn'
    | 'egress-only-gateway'
    | 'service-managed'
    | 'internet';
  /** the gateway or endpoint, where there is one. */
  readonly node?: NodeId;
  readonly vpc?: NodeId;
  /** the private address that an endpoint sees. */
  readonly client?: string;
}

/** One way from one interface. */
export interface Path {
  readonly reachable: boolean;
  /** the source interface's subnet, where there is one. */
  readonly subnet?: NodeId;
  readonly steps: readonly TraceStep[];
  readonly via?: Via;
}

/**
 * `buildNetwork(facets)` in `network.ts`. `paths` answers once per source interface (one element for a source
 * without subnets; the internet node is a source too); never throws; unknown source = one unreachable path.
 */
export interface Network {
  paths(from: NodeId, to: Destination): readonly Path[];
  /** the same from a host on the internet that `from` uses, whatever stands in the drawing. */
  fromInternet(from: NodeId, to: Destination): readonly Path[];
  /** subnets whose effective route table has a route to an internet gateway. */
  isPublicSubnet(subnet: NodeId): boolean;
  effectiveRouteTable(subnet: NodeId): NodeId | undefined;
  /** problems of the drawing: overlapping CIDRs, subnet outside its VPC, NAT gateway in a private subnet … */
  readonly problems: readonly import('../../model/report').Problem[];
}
