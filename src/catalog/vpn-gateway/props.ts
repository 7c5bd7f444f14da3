import * as z from 'zod/mini';
import { field, ref, refs } from '../../model/field';
import { flag } from '../../model/schema';

export const Props = z.strictObject({
  onPremises: ref('on-premises-network', {
    title: 'On-premises network',
    help: 'The network at the other end of the Site-to-Site VPN connection.',
    aws: 'CustomerGatewayId',
  }),
  tunnelUp: field(flag(true), {
    title: 'Tunnel is up',
    help: 'At least one of the two tunnels of the connection works.',
  }),
  propagatesTo: refs('route-table', {
    title: 'Propagates routes to',
    help: 'These route tables learn the ranges of the network on premises. Others need a static route.',
    aws: 'RouteTableIds',
  }),
});
export type Props = z.output<typeof Props>;
