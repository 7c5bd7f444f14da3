import type { NetworkFacet } from '../../src/engine/network/facets';
import type { Row, rows } from './snapshot-rows';

/** A snapshot that tells no state has none of the others. */
const ALIVE = new Set(['', 'available', 'modifying']);

/**
 * Described routes are what the tables have, propagated ones included. A table counts for the attachments that are
 * associated with it; which those are stands at the attachment, or in `Associations` of the table.
 */
export function adaptTransit(all: ReturnType<typeof rows>, facets: Map<string, NetworkFacet>): void {
  const alive = (row: Row) => ALIVE.has(row.text('State'));
  const described = [
    ...all('TransitGatewayVpcAttachments'),
    ...all('TransitGatewayAttachments').filter((one) => one.texts('SubnetIds').length > 0),
  ].filter(alive);
  const attached = [...new Map(described.map((one) => [one.text('TransitGatewayAttachmentId'), one])).values()];
  const vpcOf = (id: string) => attached.find((one) => one.text('TransitGatewayAttachmentId') === id)?.text('VpcId');
  const tableOf = new Map(
    all('TransitGatewayAttachments').map((one) => [
      one.text('TransitGatewayAttachmentId'),
      one.row('Association')?.text('TransitGatewayRouteTableId') ?? '',
    ]),
  );
  const enabled = (row: Row, option: string) => row.row('Options')?.text(option) === 'enable';
  for (const gateway of all('TransitGateways').filter(alive)) {
    const id = gateway.text('TransitGatewayId');
    const own = attached.filter((one) => one.text('TransitGatewayId') === id);
    const tables = all('TransitGatewayRouteTables').filter((one) => one.text('TransitGatewayId') === id);
    const routes = tables.flatMap((table) => {
      const name = table.text('TransitGatewayRouteTableId');
      const named = [
        ...table.rows('Associations').map((one) => one.text('TransitGatewayAttachmentId')),
        ...[...tableOf].flatMap(([attachment, other]) => (other === name ? [attachment] : [])),
      ];
      const from = named.flatMap((one) => vpcOf(one) ?? []);
      return table.rows('Routes').map((route, index) => {
        const [to] = route.rows('TransitGatewayAttachments').map((one) => one.text('TransitGatewayAttachmentId'));
        return {
          destination: route.text('DestinationCidrBlock'),
          vpc: route.text('State') === 'blackhole' || to === undefined ? undefined : vpcOf(to),
          field: `${name} routes[${index}]`,
          ...(tables.length > 1 && { from }),
        };
      });
    });
    facets.set(id, {
      role: 'transit-gateway',
      subnets: own.flatMap((one) => one.texts('SubnetIds')),
      // Without tables in the snapshot it is taken for what AWS makes by default.
      propagates: tables.length === 0,
      routes,
      showsGroups:
        enabled(gateway, 'SecurityGroupReferencingSupport') &&
        own.every((one) => enabled(one, 'SecurityGroupReferencingSupport')),
      ipv6: own.every((one) => enabled(one, 'Ipv6Support')),
    });
  }
}
