/**
 * The properties behind a network facet that a reason can point at. Rules and routes carry their own place
 * (`field`); for the rest, whoever answers with a network facet names the property as AWS does.
 */
export const FIELDS = {
  cidr: 'cidr',
  dnsSupport: 'enableDnsSupport',
  dnsHostnames: 'enableDnsHostnames',
  privateDns: 'privateDnsEnabled',
  subnets: 'subnets',
  securityGroups: 'securityGroups',
  routeTable: 'routeTable',
  routeTables: 'routeTables',
  acl: 'networkAcl',
  connectivity: 'connectivityType',
  ingress: 'ingress',
  egress: 'egress',
  peers: 'peerVpc',
  accepted: 'accepted',
  connections: 'onPremises',
  inboundResolverOnly: 'privateDnsOnlyForInboundResolver',
  siteCidrs: 'cidrs',
  resolver: 'resolverVpc',
} as const;
