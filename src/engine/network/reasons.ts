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
  'network.private-name':
    'Private DNS: {host} resolves to {address}, the interface of endpoint {endpoint} in zone {zone}.',
  'network.public-name': '{host} resolves to a public address of {service}.',
  'network.no-resolver':
    'DNS support is off in {vpc}, so the Amazon resolver answers no query: {host} cannot be resolved.',
  'network.private-dns-off':
    'Endpoint {endpoint} serves {service}, but its private DNS is off. {host} does not lead to it; only the own name of the endpoint does.',
  'network.dns-hostnames-off':
    'Endpoint {endpoint} has private DNS on, but DNS hostnames are off in {vpc}. The private name {host} does not work.',
  'network.endpoint-not-in-zone':
    'Endpoint {endpoint} has no interface in zone {zone}. Clients in this zone do not resolve {host} to it.',
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
    '{target} stands in another VPC and has no public address. No peering connection or transit gateway leads from {node} to it.',
  'network.no-way-back':
    'Return traffic: subnet {subnet} is not public. Route table {table} does not send replies to internet gateway {gateway}, so nobody at {peer} can talk to {node}.',
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
  'network.from-site': 'A host in {site} sends the packet.',
  'network.site-to-public': '{site} has its own way to the internet: {peer} is reached without your VPC.',
  'network.site-without-block': '{site} names no IPv4 range, so it has no hosts.',
  'network.no-address-of-family':
    '{node} has no IPv6 address: subnet {subnet} has no IPv6 range or does not assign addresses. {peer} speaks IPv6.',
  'network.name-of-another-region':
    '{host} is a name of Region {region}. Endpoints of your own Region do not answer for it, so it resolves to a public address.',
  'network.endpoint-without-interface':
    'Endpoint {endpoint} has no interface in {vpc}, so {host} cannot resolve to it.',
  'network.inbound-resolver-only':
    'Endpoint {endpoint} keeps its private name for the inbound resolver: on-premises clients get it. Inside {vpc}, {host} stays public and the gateway endpoint serves it.',
  'network.asks-inbound-resolver':
    'The name server of {site} forwards {host} to an inbound resolver in {vpc}, which answers as the VPC would.',
  'network.site-asks-public':
    'The name server of {site} forwards nothing to a VPC, so the name of {service} resolves to a public address.',
  'network.gateway-endpoint-inside-only':
    'Gateway endpoint {endpoint} is of no use here: it serves the subnets of {vpc} only, never a client on premises.',
  'network.route-preferred':
    'Route table {table} has two routes for {destination}. The {origin} route to {beaten} loses: static routes beat prefix lists, and those beat propagated routes.',
  'network.nobody-there': 'No interface behind this route has the address {address} of {peer}.',
  'network.crosses-zones':
    'The packet crosses from zone {from} to zone {to}. AWS charges such traffic by the gigabyte in each direction (about $0.01, as far as we know), and both zones must be up.',
  'network.crosses-zones-to-endpoint':
    '{target} has no interface in zone {from}, so the packet goes to the one in zone {to}. If that zone fails, so does this way.',
  'network.peering-without-route':
    'Peering connection {peering} exists, but route table {table} of subnet {subnet} does not send packets for {peer} through it.',
  'network.return-route':
    'Return traffic: route table {table} of subnet {subnet} sends the reply for {peer} to {through} ({destination}).',
  'network.return-no-route':
    'Return traffic: route table {table} of subnet {subnet} does not send replies for {peer} to {through}. Both sides need a route.',
  'network.shared-address':
    '{address} is from the shared address range 100.64.0.0/10. Gateways to the internet drop packets to it.',
  'network.private-from-internet': '{address} is a private address. Internet gateways accept no packet from it.',
  'network.shared-from-internet':
    '{address} is from the shared address range 100.64.0.0/10. Internet gateways accept no packet from it.',
  'network.through-egress-only':
    'Egress-only internet gateway {gateway} lets {node} open IPv6 connections to {peer}. Nobody can open one towards it.',
  'network.egress-only-not-attached': 'Egress-only internet gateway {gateway} is not attached to {vpc}.',
  'network.egress-only-other-family':
    'Egress-only internet gateway {gateway} carries IPv6 only. IPv4 needs a NAT gateway.',
  'network.egress-only-inbound':
    '{vpc} has only egress-only internet gateway {gateway}: it lets replies in, never a connection that {peer} opens.',
  'network.nat-other-family':
    'NAT gateway {nat} translates IPv4. For IPv6 to {peer} use an egress-only internet gateway.',
  'network.nat-to-private':
    'NAT gateway {nat} in subnet {subnet} sends the packet on to {target} under its own private address {address}.',
  'network.endpoint-of-another-vpc': 'Gateway endpoint {endpoint} does not belong to {vpc}.',
  'network.nat-protocol': '{nat} passes TCP, UDP and ICMP only, not {protocol}.',
  'network.endpoint-protocol': 'Gateway endpoint {endpoint} takes TCP (and ping) only, not {protocol}.',
  'network.through-peering': 'Peering connection {peering} carries the packet from {vpc} to {other}.',
  'network.peering-of-another-vpc': 'Peering connection {peering} does not start in {vpc}.',
  'network.peering-inactive': 'Peering connection {peering} has not been accepted, so it carries nothing.',
  'network.peering-overlap':
    'The address ranges of {vpc} and {other} overlap. AWS refuses to peer them: {peering} cannot exist.',
  'network.peering-not-transitive':
    'Peering connection {peering} carries packets to addresses of {other} only, and {peer} is none. Peering is not transitive: gateways, gateway endpoints and further connections of {other} cannot be used through it.',
  'network.through-transit':
    'Transit gateway {transit} carries the packet from {vpc} to {other}: {destination} is in its route table.',
  'network.return-through-transit':
    'Return traffic: transit gateway {transit} carries the reply from {vpc} to {other} ({destination}).',
  'network.transit-without-route':
    'Transit gateway {transit} is attached to both VPCs, but route table {table} of subnet {subnet} does not send packets for {peer} to it.',
  'network.transit-not-attached': 'Transit gateway {transit} has no attachment to {vpc}.',
  'network.transit-no-zone':
    'Transit gateway {transit} has no attachment subnet in zone {zone} of {vpc}, so packets from subnet {subnet} do not reach it. An attachment takes one subnet of every zone that it serves.',
  'network.transit-no-route':
    'The route table of transit gateway {transit} has no route to {peer} ({address}), so the packet from {vpc} is dropped.',
  'network.transit-blackhole':
    'The route table of transit gateway {transit}: {destination} is a blackhole, so packets to {peer} are dropped.',
  'network.transit-to-another-vpc':
    'Return traffic: the route table of transit gateway {transit} sends {destination} to {other}. The reply belongs to {wanted}.',
  'network.transit-not-followed':
    'Transit gateway {transit} sends {destination} to {other}, and {peer} is no address there. What its gateways would do with such a packet is not simulated.',
  'network.group-not-carried':
    'The rules of {groups} name security groups, but the groups of {peer} are not known here. A transit gateway tells them only with security group referencing on, to inbound rules, and never to an interface endpoint. Name addresses instead.',
  'network.through-vpn': 'Virtual private gateway {gateway} sends the packet through its VPN connection to {site}.',
  'network.in-through-vpn': 'Virtual private gateway {gateway} hands the packet from {site} for {address} to {node}.',
  'network.vpn-not-attached': 'Virtual private gateway {gateway} is not attached to {vpc}.',
  'network.vpn-no-site': 'No network behind virtual private gateway {gateway} has the address {address}.',
  'network.vpn-down': 'The VPN connection of {gateway} to {site} is down.',
  'network.site-not-connected': 'No VPN connection leads from {site} to {vpc}, where {node} stands.',
  'network.vpn-not-transitive':
    '{site} has a VPN connection to {other}, which is peered with {vpc}. A virtual private gateway does not pass packets on through a peering connection.',
  'network.site-over-internet': '{site} calls the public address of {service} over its own internet connection.',
  'network.group-without-rules':
    '{groups} on {node} has no {direction} rule at all, so nothing matches {traffic} with {peer}.',
  'network.group-not-seen':
    'The rules of {groups} name security groups, but between Regions nobody knows the groups of {peer}. Name its addresses instead.',
  'network.cidr-of-wrong-length':
    '{cidr} of {node} is not an IPv6 block of the size that AWS gives out (/56 for a VPC, /64 for a subnet).',
  'network.peering-one-vpc': 'Peering connection {peering} needs two different VPCs.',
  'network.peering-overlap-refused':
    '{vpc} ({cidr}) and {other} ({otherCidr}) overlap. AWS refuses peering connection {peering}.',
  'network.peering-without-acceptance':
    'Peering connection {peering} waits for its acceptance and carries nothing until then.',
  'network.second-vpn-gateway':
    '{vpc} already has virtual private gateway {other}. A second one, {gateway}, cannot be attached.',
  'network.site-cidr-invalid': '{cidr} of {node} is not a CIDR block.',
  'network.site-overlaps-vpc':
    '{site} ({cidr}) overlaps {vpc} ({vpcCidr}). The local route of the VPC wins, so those hosts cannot be reached.',
  'network.inbound-needs-gateway':
    'Interface endpoint {endpoint} keeps its private name for the inbound resolver. AWS refuses that unless {vpc} has a gateway endpoint for {service} too.',
  'network.transit-twice-in-zone':
    'Transit gateway {transit} has subnets {other} and {subnet} in zone {zone} of {vpc}. An attachment takes one subnet per zone.',
  'network.transit-overlap':
    '{vpc} and {other} overlap. Transit gateway {transit} does not learn the ranges of {vpc}, which was attached later.',
  'network.transit-cidr-invalid': 'Transit gateway {transit}: {destination} is not a CIDR block.',
  'network.transit-route-twice': 'Transit gateway {transit} has two static routes for {destination}.',
  'network.transit-route-elsewhere':
    'Transit gateway {transit}: route {destination} points at {vpc}, which is not attached to it.',
  'network.route-to-peering-elsewhere':
    'Route table {table}: route {destination} points at {target}, which does not start in this VPC.',
  // problems of the drawing
  'network.invalid-cidr': '{cidr} of {node} is not a CIDR block such as 10.0.0.0/16.',
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
  'network.route-cidr-invalid': 'Route table {table}: {destination} is not a CIDR block.',
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
  'network.acl-cidr-invalid': 'Network ACL {acl}, {direction} rule {number}: {cidr} is not a CIDR block.',
  'network.acl-ports-reversed': 'Network ACL {acl}, {direction} rule {number}: the first port is above the last one.',
  'network.rule-group-missing': 'Security group {group}, {field}: the group it refers to does not exist.',
  'network.rule-group-elsewhere': 'Security group {group}, {field}: {other} belongs to another VPC.',
  'network.rule-cidr-invalid': 'Security group {group}, {field}: {cidr} is not a CIDR block.',
  'network.rule-without-peer': 'Security group {group}, {field}: the rule names no source or destination.',
  'network.rule-ports-reversed': 'Security group {group}, {field}: the first port is above the last one.',
};
