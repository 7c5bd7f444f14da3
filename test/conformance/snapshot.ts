import type { AclRule, NetworkFacet, Route, SecurityRule } from '../../src/engine/network/facets';

/** The parts of an AWS collector snapshot (describe-* output, one file per account) that decide reachability. */
export interface Snapshot {
  readonly instances?: readonly { readonly NetworkInterfaces?: readonly SnapshotInterface[] | null }[];
  readonly vpcs?: readonly { readonly VpcId: string; readonly CidrBlock: string }[];
  readonly subnets?: readonly {
    readonly SubnetId: string;
    readonly VpcId: string;
    readonly CidrBlock: string;
    readonly AvailabilityZone: string;
    readonly MapPublicIpOnLaunch: boolean;
  }[];
  readonly internet_gateways?: readonly {
    readonly InternetGatewayId: string;
    readonly Attachments?: readonly { readonly VpcId: string }[] | null;
  }[];
  readonly nat_gateways?: readonly {
    readonly NatGatewayId: string;
    readonly VpcId: string;
    readonly SubnetId?: string | null;
    readonly ConnectivityType?: string | null;
    readonly AvailabilityMode?: string | null;
  }[];
  readonly route_tables?: readonly {
    readonly RouteTableId: string;
    readonly VpcId: string;
    readonly Associations?: readonly { readonly Main?: boolean | null; readonly SubnetId?: string | null }[] | null;
    readonly Routes?: readonly SnapshotRoute[] | null;
  }[];
  readonly network_acls?: readonly {
    readonly NetworkAclId: string;
    readonly VpcId: string;
    readonly IsDefault: boolean;
    readonly Associations?: readonly { readonly SubnetId: string }[] | null;
    readonly Entries?: readonly SnapshotEntry[] | null;
  }[];
  readonly security_groups?: readonly {
    readonly GroupId: string;
    readonly GroupName: string;
    readonly VpcId: string;
    readonly IpPermissions?: readonly SnapshotPermission[] | null;
    readonly IpPermissionsEgress?: readonly SnapshotPermission[] | null;
  }[];
}

interface SnapshotInterface {
  readonly NetworkInterfaceId: string;
  readonly SubnetId: string;
  readonly VpcId: string;
  readonly PrivateIpAddress: string;
  readonly Association?: { readonly PublicIp?: string | null } | null;
  readonly Groups?: readonly { readonly GroupId: string }[] | null;
}
interface SnapshotRoute {
  readonly DestinationCidrBlock?: string | null;
  readonly GatewayId?: string | null;
  readonly NatGatewayId?: string | null;
  readonly State?: string | null;
  readonly [other: string]: unknown;
}
interface SnapshotEntry {
  readonly RuleNumber: number;
  readonly Egress: boolean;
  readonly RuleAction: string;
  readonly Protocol: string;
  readonly CidrBlock?: string | null;
  readonly PortRange?: { readonly From: number; readonly To: number } | null;
}
interface SnapshotPermission {
  readonly IpProtocol: string;
  readonly FromPort?: number | null;
  readonly ToPort?: number | null;
  readonly IpRanges?: readonly { readonly CidrIp: string }[] | null;
  readonly UserIdGroupPairs?: readonly { readonly GroupId: string }[] | null;
}

const PROTOCOLS: Readonly<Record<string, SecurityRule['protocol']>> = {
  '-1': 'all',
  '6': 'tcp',
  tcp: 'tcp',
  '17': 'udp',
  udp: 'udp',
  '1': 'icmp',
  icmp: 'icmp',
};
/** AWS shows the final deny as an entry; the engine has it built in. */
const FINAL_RULE = 32767;

export interface Adapted {
  readonly facets: ReadonlyMap<string, NetworkFacet>;
  /** interface id by `<vpc>/<private address>`. */
  readonly interfaces: ReadonlyMap<string, string>;
}

export function adaptSnapshot(snapshot: Snapshot): Adapted {
  const facets = new Map<string, NetworkFacet>();
  const interfaces = new Map<string, string>();
  const gatewayOf = new Map<string, string>();
  for (const gateway of snapshot.internet_gateways ?? []) {
    const vpc = gateway.Attachments?.[0]?.VpcId;
    facets.set(gateway.InternetGatewayId, { role: 'internet-gateway', ...(vpc !== undefined ? { vpc } : {}) });
    if (vpc !== undefined) gatewayOf.set(vpc, gateway.InternetGatewayId);
  }
  for (const nat of snapshot.nat_gateways ?? []) {
    facets.set(nat.NatGatewayId, {
      role: 'nat-gateway',
      mode: nat.AvailabilityMode === 'regional' ? 'regional' : 'zonal',
      connectivity: nat.ConnectivityType === 'private' ? 'private' : 'public',
      vpc: nat.VpcId,
      ...(nat.SubnetId ? { subnet: nat.SubnetId } : {}),
    });
  }
  const tables = adaptTables(snapshot, facets, gatewayOf);
  const aclOf = new Map<string, string>();
  const defaultAcl = new Map<string, string>();
  for (const acl of snapshot.network_acls ?? []) {
    if (acl.IsDefault) defaultAcl.set(acl.VpcId, acl.NetworkAclId);
    for (const association of acl.Associations ?? []) aclOf.set(association.SubnetId, acl.NetworkAclId);
    facets.set(acl.NetworkAclId, {
      role: 'network-acl',
      vpc: acl.VpcId,
      rules: (acl.Entries ?? []).flatMap(adaptEntry),
    });
  }
  const defaultGroup = new Map<string, string>();
  for (const group of snapshot.security_groups ?? []) {
    if (group.GroupName === 'default') defaultGroup.set(group.VpcId, group.GroupId);
    facets.set(group.GroupId, {
      role: 'security-group',
      vpc: group.VpcId,
      ingress: (group.IpPermissions ?? []).flatMap((one, index) => adaptPermission(one, `ingress[${index}]`)),
      egress: (group.IpPermissionsEgress ?? []).flatMap((one, index) => adaptPermission(one, `egress[${index}]`)),
    });
  }
  for (const vpc of snapshot.vpcs ?? []) {
    const main = tables.main.get(vpc.VpcId);
    const acl = defaultAcl.get(vpc.VpcId);
    const group = defaultGroup.get(vpc.VpcId);
    facets.set(vpc.VpcId, {
      role: 'vpc',
      cidr: vpc.CidrBlock,
      dnsSupport: true,
      dnsHostnames: true,
      ...(main !== undefined ? { mainRouteTable: main } : {}),
      ...(acl !== undefined ? { defaultAcl: acl } : {}),
      ...(group !== undefined ? { defaultSecurityGroup: group } : {}),
    });
  }
  for (const subnet of snapshot.subnets ?? []) {
    const routeTable = tables.explicit.get(subnet.SubnetId);
    const acl = aclOf.get(subnet.SubnetId);
    facets.set(subnet.SubnetId, {
      role: 'subnet',
      vpc: subnet.VpcId,
      cidr: subnet.CidrBlock,
      zone: subnet.AvailabilityZone,
      assignsPublicIp: subnet.MapPublicIpOnLaunch,
      ...(routeTable !== undefined ? { routeTable } : {}),
      ...(acl !== undefined ? { acl } : {}),
    });
  }
  for (const eni of (snapshot.instances ?? []).flatMap((instance) => instance.NetworkInterfaces ?? [])) {
    interfaces.set(`${eni.VpcId}/${eni.PrivateIpAddress}`, eni.NetworkInterfaceId);
    facets.set(eni.NetworkInterfaceId, {
      role: 'interfaces',
      subnets: [eni.SubnetId],
      securityGroups: (eni.Groups ?? []).map((group) => group.GroupId),
      publicIp: eni.Association?.PublicIp ? 'always' : 'never',
      withoutSubnets: 'none',
      listens: [],
      addresses: [eni.PrivateIpAddress],
    });
  }
  return { facets, interfaces };
}

/** Snapshots without route tables say only where a gateway is attached: then every subnet routes to it. */
function adaptTables(snapshot: Snapshot, facets: Map<string, NetworkFacet>, gatewayOf: ReadonlyMap<string, string>) {
  const main = new Map<string, string>();
  const explicit = new Map<string, string>();
  if (!snapshot.route_tables) {
    for (const [vpc, gateway] of gatewayOf) {
      const id = `${vpc}/main`;
      main.set(vpc, id);
      facets.set(id, {
        role: 'route-table',
        vpc,
        routes: [{ destination: '0.0.0.0/0', target: gateway, field: 'routes[0]' }],
      });
    }
    return { main, explicit };
  }
  for (const table of snapshot.route_tables) {
    for (const association of table.Associations ?? []) {
      if (association.Main) main.set(table.VpcId, table.RouteTableId);
      if (association.SubnetId) explicit.set(association.SubnetId, table.RouteTableId);
    }
    const routes = (table.Routes ?? []).flatMap((route, index): Route[] => {
      if (!route.DestinationCidrBlock || route.GatewayId === 'local') return [];
      const target = route.State === 'blackhole' ? undefined : (route.GatewayId ?? route.NatGatewayId ?? undefined);
      return [{ destination: route.DestinationCidrBlock, target, field: `routes[${index}]` }];
    });
    facets.set(table.RouteTableId, { role: 'route-table', vpc: table.VpcId, routes });
  }
  return { main, explicit };
}

function adaptEntry(entry: SnapshotEntry, index: number): AclRule[] {
  const protocol = PROTOCOLS[entry.Protocol];
  if (!protocol || !entry.CidrBlock || entry.RuleNumber === FINAL_RULE) return [];
  return [
    {
      number: entry.RuleNumber,
      direction: entry.Egress ? 'outbound' : 'inbound',
      action: entry.RuleAction === 'allow' ? 'allow' : 'deny',
      protocol,
      fromPort: entry.PortRange?.From ?? 0,
      toPort: entry.PortRange?.To ?? 65535,
      cidr: entry.CidrBlock,
      field: `rules[${index}]`,
    },
  ];
}

function adaptPermission(permission: SnapshotPermission, field: string): SecurityRule[] {
  const protocol = PROTOCOLS[permission.IpProtocol];
  if (!protocol) return [];
  const common = { protocol, fromPort: permission.FromPort ?? 0, toPort: permission.ToPort ?? 65535, field };
  return [
    ...(permission.IpRanges ?? []).map((range) => ({ ...common, cidr: range.CidrIp })),
    ...(permission.UserIdGroupPairs ?? []).map((pair) => ({ ...common, group: pair.GroupId })),
  ];
}
