import type { Facets } from '../../engine/facets';
import { ec2Arn } from '../arn';
import type { Props } from './props';

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('vpc-peering-connection', node, context),
  network: ({ props }) => ({
    role: 'peering',
    vpcs: [props.requesterVpc, props.peerVpc],
    active: props.accepted,
  }),
};
