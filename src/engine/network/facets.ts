import type { NodeId } from '../../model/diagram';
import type { FacetContext, NodeOf } from '../context';
import type { PolicyText } from '../policy-text';

/** Ports belong to TCP and UDP. What has no name here is its IANA number as text: `50` is ESP. */
export type IpProtocol = 'tcp' | 'udp' | 'icmp' | 'icmpv6' | `${number}`;

export interface SecurityRule {
  readonly protocol: IpProtocol | 'all';
  /** inclusive; they count for TCP and UDP. */
  readonly fromPort: number;
  readonly toPort: number;
  /** exactly one: a CIDR (IPv4 or IPv6), a security group, or the service behind a managed prefix list. */
  readonly cidr?: string;
  readonly group?: NodeId;
  readonly prefixListOf?: string;
  /** where the rule stands: `ingress[0]`. */
  readonly field: string;
}
export interface AclRule {
  readonly number: number;
  readonly direction: 'inbound' | 'outbound';
  readonly action: 'allow' | 'deny';
  readonly protocol: IpProtocol | 'all';
  readonly fromPort: number;
  readonly toPort: number;
  readonly cidr: string;
  readonly field: string;
}
export interface Route {
  /** a CIDR, IPv4 or IPv6. The engine adds the routes of gateway endpoints and the propagated ones itself. */
  readonly destination: string;
  readonly target: NodeId | undefined;
  readonly field: string;
  /** `prefix-list`: one entry of a prefix list that the route names. Default: static. */
  readonly origin?: 'static' | 'prefix-list' | 'propagated';
}
/** A static route in the route table of a transit gateway. */
export interface TransitRoute {
  readonly destination: string;
  /** the VPC whose attachment takes it; `undefined`: a blackhole. */
  readonly vpc: NodeId | undefined;
  readonly field: string;
  /** VPCs whose attachments use the table that it stands in. Default: all, there is one table. */
  readonly from?: readonly NodeId[];
}
/** A Site-to-Site VPN connection between a virtual private gateway and a network on premises. */
export interface VpnConnection {
  readonly site: NodeId | undefined;
  /** the tunnel is up. */
  readonly up: boolean;
  readonly field: string;
}

/** What a node is for the network. Ids refer to other nodes; `undefined` where nothing is connected. */
export type NetworkFacet =
  | {
      readonly role: 'vpc';
      readonly cidr: string;
      /** secondary IPv4 blocks. */
      readonly moreCidrs?: readonly string[];
      readonly ipv6Cidr?: string;
      readonly dnsSupport: boolean;
      readonly dnsHostnames: boolean;
      readonly mainRouteTable?: NodeId;
      readonly defaultSecurityGroup?: NodeId;
      readonly defaultAcl?: NodeId;
    }
  | {
      readonly role: 'subnet';
      readonly vpc?: NodeId;
      readonly cidr: string;
      readonly zone: string;
      readonly routeTable?: NodeId;
      readonly acl?: NodeId;
      readonly assignsPublicIp: boolean;
      readonly ipv6Cidr?: string;
      readonly assignsIpv6?: boolean;
    }
  | { readonly role: 'route-table'; readonly vpc?: NodeId; readonly routes: readonly Route[] }
  | { readonly role: 'internet-gateway'; readonly vpc?: NodeId }
  /** IPv6 only, outbound only. */
  | { readonly role: 'egress-only-gateway'; readonly vpc?: NodeId }
  | {
      readonly role: 'nat-gateway';
      readonly mode: 'zonal' | 'regional';
      readonly connectivity: 'public' | 'private';
      readonly vpc?: NodeId;
      readonly subnet?: NodeId;
      /** fixed addresses of a zonal one; the engine gives out the others itself. */
      readonly address?: string;
      readonly publicAddress?: string;
    }
  | {
      readonly role: 'peering';
      /** the two VPCs, in any order. */
      readonly vpcs: readonly (NodeId | undefined)[];
      /** accepted. */
      readonly active: boolean;
      /** in other Regions security groups of the peer cannot be named. */
      readonly crossRegion?: boolean;
    }
  | {
      readonly role: 'transit-gateway';
      /** the subnets that it has interfaces in: a VPC is attached by those of its own. In the order of attaching. */
      readonly subnets: readonly NodeId[];
      /** its route table learns the blocks of every VPC that is attached. */
      readonly propagates: boolean;
      readonly routes: readonly TransitRoute[];
      /** inbound rules may name security groups of other attached VPCs. */
      readonly showsGroups: boolean;
      /** its attachments carry IPv6 too. */
      readonly ipv6?: boolean;
    }
  | {
      readonly role: 'vpn-gateway';
      readonly vpc?: NodeId;
      readonly connections: readonly VpnConnection[];
      /** route tables that learn the networks behind the connections. */
      readonly propagatesTo: readonly NodeId[];
    }
  /** a network of the company, outside AWS, with its own way to the internet. */
  | {
      readonly role: 'on-premises';
      readonly cidrs: readonly string[];
      /** the VPC whose inbound resolver answers its questions about names of AWS. */
      readonly resolver?: NodeId;
    }
  | {
      readonly role: 'security-group';
      readonly vpc?: NodeId;
      readonly ingress: readonly SecurityRule[];
      readonly egress: readonly SecurityRule[];
    }
  | { readonly role: 'network-acl'; readonly vpc?: NodeId; readonly rules: readonly AclRule[] }
  /** `serves`: network name of the service, as in `Operation.service`. */
  | {
      readonly role: 'gateway-endpoint';
      readonly vpc?: NodeId;
      readonly serves?: string;
      readonly routeTables: readonly NodeId[];
      /** the public blocks of the service, where they are known. */
      readonly prefixes?: readonly string[];
      readonly policy?: PolicyText;
    }
  | {
      readonly role: 'interface-endpoint';
      readonly vpc?: NodeId;
      readonly serves?: string;
      readonly subnets: readonly NodeId[];
      readonly securityGroups: readonly NodeId[];
      readonly privateDns: boolean;
      /** the private name is for clients on premises; inside the VPC the name stays public. */
      readonly inboundResolverOnly?: boolean;
      /** the private name answers only in the zones of its subnets. */
      readonly zonalName?: boolean;
      readonly policy?: PolicyText;
    }
  /** something with network interfaces of its own (one per subnet). No subnet: see `withoutSubnets`. */
  | {
      readonly role: 'interfaces';
      readonly subnets: readonly NodeId[];
      readonly securityGroups: readonly NodeId[];
      /** may carry a public IPv4 address (EC2 in a subnet that assigns one); Lambda and SageMaker never. */
      readonly publicIp: 'if-subnet-assigns' | 'always' | 'never';
      /** takes an IPv6 address where the subnet assigns one. Default: no. */
      readonly ipv6?: boolean;
      /** what it does without subnets: a service-managed network with internet access, or nothing. */
      readonly withoutSubnets: 'service-managed' | 'none';
      /** beside its own interfaces a service-managed one with internet access (notebook, direct internet access). */
      readonly directInternet?: boolean;
      /** no network at all (network isolation); `platform` requests still work. */
      readonly isolated?: boolean;
      /** TCP ports it listens on. */
      readonly listens: readonly number[];
      /** fixed addresses, by the index of the subnet; the engine gives out the others itself. */
      readonly addresses?: readonly (string | undefined)[];
      readonly publicAddresses?: readonly (string | undefined)[];
      readonly ipv6Addresses?: readonly (string | undefined)[];
      /** ports it sends from, first and last. Default: 1024 to 65535, which covers every client. */
      readonly sourcePorts?: readonly [number, number];
    }
  /** the internet itself, and everything on it. */
  | { readonly role: 'internet' };

export interface NetworkFacets<P> {
  network?(node: NodeOf<P>, context: FacetContext): NetworkFacet | undefined;
}
