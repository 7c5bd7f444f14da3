import type { NodeId } from '../../model/diagram';
import { formatAddress, overlaps } from './cidr';
import { vpcName } from './crossing';
import type { Peer } from './filters';
import type { FacetOf, Layout, Peering } from './layout';
import { isInVpc } from './routes';
import type { Trail } from './trail';
import { FIELDS } from './fields';

/** A private way out of a VPC. */
export type Link =
  | { readonly type: 'peering'; readonly id: NodeId; readonly vpc: NodeId; readonly showsGroups: boolean }
  | { readonly type: 'transit'; readonly id: NodeId; readonly vpc: NodeId; readonly showsGroups: boolean }
  | { readonly type: 'vpn'; readonly id: NodeId; readonly site: NodeId };

/** A peering connection carries packets between its two VPCs and nothing else: it is not transitive. */
export function throughPeering(
  layout: Layout,
  trail: Trail,
  vpc: NodeId | undefined,
  id: NodeId,
  peer: Peer,
): Link | undefined {
  const side = layout.peerings.get(vpc ?? '')?.find((one) => one.id === id);
  const values = {
    peering: layout.name(id),
    vpc: vpcName(layout, vpc),
    other: side ? layout.name(side.other) : 'no VPC',
    peer: peer.label,
    address: formatAddress(peer.address),
  };
  if (!side || vpc === undefined) {
    trail.fail('gateway', 'peering-of-another-vpc', values, [id, vpc], [{ node: id, field: FIELDS.peers }]);
    return undefined;
  }
  if (!side.facet.active) {
    trail.fail('gateway', 'peering-inactive', values, [id, side.other], [{ node: id, field: FIELDS.accepted }]);
    return undefined;
  }
  if (peeredBlocksOverlap(layout, vpc, side.other)) {
    trail.fail('gateway', 'peering-overlap', values, [id, vpc, side.other]);
    return undefined;
  }
  if (!isInVpc(layout, side.other, peer.address)) {
    trail.fail('gateway', 'peering-not-transitive', values, [id, side.other]);
    return undefined;
  }
  trail.pass('gateway', 'through-peering', values, [id, vpc, side.other]);
  return { type: 'peering', id, vpc: side.other, showsGroups: side.facet.crossRegion !== true };
}

export function peeredBlocksOverlap(layout: Layout, one: NodeId, two: NodeId): boolean {
  return layout.blocksOf(one).some((a) => layout.blocksOf(two).some((b) => overlaps(a, b)));
}

export function peeringBetween(layout: Layout, one: NodeId | undefined, two: NodeId | undefined): Peering | undefined {
  return layout.peerings.get(one ?? '')?.find(({ other }) => other === two);
}

/** A virtual private gateway leads to the networks behind its VPN connections. */
export function throughVpn(
  layout: Layout,
  trail: Trail,
  vpc: NodeId | undefined,
  id: NodeId,
  facet: FacetOf<'vpn-gateway'>,
  peer: Peer,
): Link | undefined {
  const values = {
    gateway: layout.name(id),
    vpc: vpcName(layout, vpc),
    peer: peer.label,
    address: formatAddress(peer.address),
  };
  if (vpc === undefined || facet.vpc !== vpc) {
    trail.fail('gateway', 'vpn-not-attached', values, [id, vpc]);
    return undefined;
  }
  const behind = facet.connections.filter(({ site }) => isOnSite(layout, site, peer));
  const connection = behind.find(({ up }) => up) ?? behind[0];
  if (connection?.site === undefined) {
    trail.fail('gateway', 'vpn-no-site', values, [id], [{ node: id, field: FIELDS.connections }]);
    return undefined;
  }
  const named = { ...values, site: layout.name(connection.site) };
  const fields = [{ node: id, field: connection.field }];
  if (!connection.up) {
    trail.fail('gateway', 'vpn-down', named, [id, connection.site], fields);
    return undefined;
  }
  trail.pass('gateway', 'through-vpn', named, [id, connection.site], fields);
  return { type: 'vpn', id, site: connection.site };
}

function isOnSite(layout: Layout, site: NodeId | undefined, peer: Peer): boolean {
  return siteBlocks(layout, site).some((block) => peer.address >= block.first && peer.address <= block.last);
}

export function siteBlocks(layout: Layout, site: NodeId | undefined) {
  return (layout.facet(site, 'on-premises')?.cidrs ?? []).flatMap((text) => layout.block(text) ?? []);
}

/** The gateway of a VPC that has a tunnel to this network, a working one first. */
export function vpnBetween(
  layout: Layout,
  vpc: NodeId | undefined,
  site: NodeId,
): { readonly gateway: NodeId; readonly up: boolean; readonly field: string } | undefined {
  const found = (layout.vpnGateways.get(vpc ?? '') ?? []).flatMap((gateway) =>
    (layout.facet(gateway, 'vpn-gateway')?.connections ?? [])
      .filter((one) => one.site === site)
      .map(({ up, field }) => ({ gateway, up, field })),
  );
  return found.find(({ up }) => up) ?? found[0];
}
