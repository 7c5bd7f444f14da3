import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'How AWS Site-to-Site VPN works',
    url: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html',
  },
  {
    title: 'AWS PrivateLink for Amazon S3',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html',
  },
];
