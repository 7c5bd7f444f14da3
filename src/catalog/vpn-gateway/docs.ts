import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'How AWS Site-to-Site VPN works',
    url: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html',
  },
  {
    title: 'Route tables and AWS Site-to-Site VPN route priority',
    url: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html',
  },
];
