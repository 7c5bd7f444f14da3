/** Reason code → sentence. Places in braces are filled from the reason's values. */
export const NETWORK_REASONS: Record<string, string> = {
  // where the packet starts
  'network.from-interface': '{node} sends from its network interface {address} in subnet {subnet}.',
  'network.from-internet': 'A host on the internet calls {target}.',
  'network.internet-to-public': 'Both ends are on the public side: {peer} is reachable from the internet.',
  'network.service-managed':
    '{node} sends from a network that the service manages. That network has internet access and belongs to no VPC of yours.',
  'network.only-some-hosts': 'Not every host passes. {peer} stands for the addresses that do.',
  'network.no-network': '{node} has no network interface, so no packet can leave it.',
  'network.not-a-source': '{node} forwards or filters traffic. It starts no connection of its own.',
  'network.isolated': '{node} runs with network isolation: its container has no network at all.',
  'network.no-interface': '{node} stands in no subnet, so it has no network interface.',
  'network.no-address': '{node} gets no private address: subnet {subnet} ({cidr}) is not a valid block or is full.',
  'network.managed-cannot-enter':
    '{node} runs outside your VPC, and {target} has no public address. Place {node} in subnets of the VPC.',
  'network.unknown-end': 'One end of the flow is not an interface of this diagram, or both ends are outside it.',
  // names
  'network.private-name': 'Private DNS: the name of {service} resolves to endpoint {endpoint} in zone {zone}.',
  'network.public-name': 'The name of {service} resolves to a public address.',
  'network.no-resolver':
    'DNS support is off in {vpc}, so the Amazon resolver answers no query: the name of {service} cannot be resolved.',
  'network.private-dns-off':
    'Endpoint {endpoint} serves {service}, but its private DNS is off. The ordinary name does not lead to it.',
  'network.dns-hostnames-off':
    'Endpoint {endpoint} has private DNS on, but DNS hostnames are off in {vpc}. The private name does not work.',
  'network.endpoint-not-in-zone':
    'Endpoint {endpoint} has no interface in zone {zone}. Clients in this zone do not resolve the name to it.',
  'network.gateway-endpoint-first':
    '{vpc} also has gateway endpoint {gateway} for {service}. Inside the VPC the name stays public; the private name of {endpoint} is for on-premises clients.',
  // routes
  'network.same-subnet':
    '{peer} ({address}) is in the same subnet {subnet}: no route is needed, and network ACLs are not read.',
  'network.local-route':
    'Route table {table} of subnet {subnet} reaches {peer} ({address}) by the local route of the VPC.',
  'network.route-chosen':
    'Route table {table} of subnet {subnet}: the longest prefix for {peer} is {destination}, target {target}.',
  'network.route-to-endpoint':
    'Route table {table} of subnet {subnet} sends the prefix list of {service} to gateway endpoint {endpoint}. It beats 0.0.0.0/0 because it is more specific.',
  'network.no-route':
    'Route table {table} of subnet {subnet} has no route to {peer}. Only the local route of the VPC is left.',
  'network.endpoint-not-in-table':
    'Gateway endpoint {endpoint} serves {service}, but it is not associated with route table {table} of subnet {subnet}, and no other route leads there.',
  'network.blackhole':
    'Route table {table}: route {destination} has no target. It is a blackhole, and packets to {peer} are dropped.',
  'network.local-detour':
    'Route table {table}: route {destination} is more specific than the local route and takes the packet to {peer} away from it.',
  'network.outside-its-vpc':
    '{peer} ({address}) is outside the CIDR block of its VPC, so the local route of table {table} does not cover it.',
  'network.address-inside-vpc':
    '{address} falls into the CIDR block of the VPC itself, so the local route keeps the packet inside.',
  'network.other-vpc':
    '{target} stands in another VPC and has no public address. Without peering there is no route from {node}.',
  'network.no-way-back':
    'Subnet {subnet} is not public: route table {table} does not send answers to internet gateway {gateway}, so {node} cannot be reached from {peer}.',
  // gateways
  'network.through-gateway':
    'Internet gateway {gateway} sends the packet out under the public address {address} of {node}.',
  'network.in-through-gateway': 'Internet gateway {gateway} hands the packet for {address} to {node}.',
  'network.through-nat':
    'NAT gateway {nat} stands in public subnet {subnet}, whose route table {table} leads to internet gateway {gateway}.',
  'network.through-regional-nat':
    'Regional NAT gateway {nat} needs no public subnet. It leaves {vpc} through internet gateway {gateway}.',
  'network.nat-to-endpoint':
    'NAT gateway {nat} stands in subnet {subnet}, whose route table {table} leads to gateway endpoint {endpoint}.',
  'network.gateway-not-attached': 'Internet gateway {gateway} is not attached to {vpc}.',
  'network.no-public-address':
    '{node} has no public IPv4 address. A route to internet gateway {gateway} gives it no internet access; it needs a NAT gateway or endpoints.',
  'network.not-addressable': '{node} has no public IPv4 address, so nothing on the internet can address it.',
  'network.vpc-without-gateway': 'No internet gateway is attached to {vpc}, so nothing enters it from the internet.',
  'network.nat-without-subnet': 'NAT gateway {nat} is zonal and stands in no subnet.',
  'network.nat-of-another-vpc': 'NAT gateway {nat} does not belong to {vpc}.',
  'network.nat-private-connectivity':
    'NAT gateway {nat} has private connectivity. It translates between private networks and never reaches the internet.',
  'network.nat-without-gateway': 'NAT gateway {nat} has no way out: no internet gateway is attached to {vpc}.',
  'network.nat-in-private-subnet':
    'NAT gateway {nat} stands in subnet {subnet}, whose route table {table} has no route to an internet gateway. A public NAT gateway in a private subnet is a dead end.',
  'network.not-a-next-hop': 'Route {destination} points at {target}, which does not forward packets.',
  'network.not-a-public-address': '{address} is not a public address. Gateways to the internet drop packets to it.',
  // security groups
  'network.group-allows-egress': 'Security group {group} of {node} allows outbound {traffic} to {rule}.',
  'network.group-allows-ingress': 'Security group {group} of {node} allows inbound {traffic} from {rule}.',
  'network.default-group-egress':
    '{node} has no security group of its own. The default group of {vpc} allows all outbound traffic.',
  'network.default-group-ingress':
    '{node} and {peer} share the default security group of {vpc}, which admits its own members.',
  'network.default-group-admits-itself':
    '{node} has no security group of its own. The default group of {vpc} admits only its own members, and {peer} is none.',
  'network.group-no-egress': 'No outbound rule of {groups} on {node} matches {traffic} to {peer}.',
  'network.group-no-ingress': 'No inbound rule of {groups} on {node} matches {traffic} from {peer}.',
  'network.endpoint-group-no-ingress':
    'No inbound rule of {groups} on endpoint {node} matches {traffic} from {peer}. An endpoint must admit its clients.',
  'network.group-of-another-vpc':
    'The security groups given to {node} belong to another VPC and cannot be attached, so nothing is allowed.',
  // network ACLs
  'network.default-acl': 'Subnet {subnet} uses the default network ACL, which allows {direction} {traffic}.',
  'network.acl-allows':
    'Network ACL {acl} of subnet {subnet}: rule {number} allows {direction} {traffic}, other end {peer}.',
  'network.acl-denies':
    'Network ACL {acl} of subnet {subnet}: rule {number} denies {direction} {traffic}, other end {peer}.',
  'network.acl-no-rule':
    'Network ACL {acl} of subnet {subnet}: no {direction} rule matches {traffic}, other end {peer}, so the final rule * denies it.',
  'network.return-allowed':
    'Return traffic: network ACL {acl} of subnet {subnet}, rule {number}, allows {direction} {traffic}, other end {peer}.',
  'network.return-denies':
    'Return traffic: network ACL {acl} of subnet {subnet}, rule {number}, denies {direction} {traffic}, other end {peer}. Network ACLs are stateless: replies need their own rule.',
  'network.return-no-rule':
    'Return traffic: network ACL {acl} of subnet {subnet} has no {direction} rule for {traffic}, other end {peer}. Network ACLs are stateless: replies go to ephemeral ports and need their own rule.',
  'network.return-partial':
    'Return traffic: network ACL {acl} of subnet {subnet} drops {direction} replies on ports {lost}. Clients may use any port of {traffic}, so connections fail by chance.',
  'network.return-few-lost':
    'Return traffic: network ACL {acl} of subnet {subnet} drops {direction} replies on ports {lost}, a small part of {traffic}. Few connections meet them.',
  // the far end
  'network.not-listening': '{node} does not listen on {traffic}.',
  'network.destination-without-interface': '{target} has no network interface that a packet could reach.',
  // problems of the drawing
  'network.invalid-cidr': '{cidr} of {node} is not an IPv4 CIDR block such as 10.0.0.0/16.',
  'network.cidr-size': '{cidr} of {node}: AWS accepts blocks from /16 to /28.',
  'network.subnet-outside-vpc': 'Subnet {node} ({cidr}) lies outside {vpc} ({vpcCidr}).',
  'network.subnets-overlap': 'Subnet {node} ({cidr}) overlaps subnet {other} ({otherCidr}).',
  'network.vpcs-overlap':
    '{node} ({cidr}) overlaps {other} ({otherCidr}). That is allowed, but the two can never be peered.',
  'network.subnet-full':
    'Subnet {subnet} ({cidr}) has no address left for {node}. AWS keeps five addresses of every subnet.',
  'network.second-gateway': '{vpc} already has internet gateway {other}. A second one, {gateway}, cannot be attached.',
  'network.regional-nat-private': 'NAT gateway {nat}: a regional NAT gateway cannot have private connectivity.',
  'network.endpoint-without-subnet': 'Interface endpoint {endpoint} has no subnet, so it has no network interface.',
  'network.private-dns-needs-vpc-dns':
    'Interface endpoint {endpoint} has private DNS on. AWS refuses that unless DNS support and DNS hostnames are both on in {vpc}.',
  'network.endpoint-twice-in-zone':
    'Interface endpoint {endpoint} has subnets {other} and {subnet} in zone {zone}. It takes one subnet per zone.',
  'network.private-name-taken':
    'Interface endpoints {other} and {endpoint} both want the private name of {service} in one VPC.',
  'network.endpoint-without-table': 'Gateway endpoint {endpoint} is in no route table, so nothing reaches it.',
  'network.table-of-another-vpc': '{node} uses route table {table} of another VPC.',
  'network.acl-of-another-vpc': 'Subnet {node} uses network ACL {acl} of another VPC.',
  'network.subnets-of-two-vpcs': '{node} has subnets in {vpc} and in {other}. All of them must be in one VPC.',
  'network.group-elsewhere': '{node} stands in {vpc}, but security group {group} belongs to another VPC.',
  'network.route-cidr-invalid': 'Route table {table}: {destination} is not an IPv4 CIDR block.',
  'network.route-twice': 'Route table {table} has two routes for {destination}.',
  'network.route-covers-local':
    'Route table {table}: {destination} is the block of the VPC itself, and its local route cannot be replaced like this.',
  'network.route-without-target': 'Route table {table}: route {destination} has no target.',
  'network.route-to-unattached-gateway':
    'Route table {table}: route {destination} points at {target}, which is not attached to this VPC.',
  'network.route-to-nat-elsewhere':
    'Route table {table}: route {destination} points at {target}, which is in another VPC.',
  'network.acl-number-twice': 'Network ACL {acl} has two {direction} rules with number {number}.',
  'network.acl-number-range': 'Network ACL {acl}: rule number {number} is not between 1 and 32766.',
  'network.acl-cidr-invalid': 'Network ACL {acl}, {direction} rule {number}: {cidr} is not an IPv4 CIDR block.',
  'network.acl-ports-reversed': 'Network ACL {acl}, {direction} rule {number}: the first port is above the last one.',
  'network.rule-group-missing': 'Security group {group}, {field}: the group it refers to does not exist.',
  'network.rule-group-elsewhere': 'Security group {group}, {field}: {other} belongs to another VPC.',
  'network.rule-cidr-invalid': 'Security group {group}, {field}: {cidr} is not an IPv4 CIDR block.',
  'network.rule-without-peer': 'Security group {group}, {field}: the rule names no source or destination.',
  'network.rule-ports-reversed': 'Security group {group}, {field}: the first port is above the last one.',
};
