import type { NodeOf } from '../../engine/facets';
import { type CloudFormation, defineTemplate, nameTag, present, reference } from '../cloudformation';
import type { Props } from './props';

export function cloudFormation({ name, props }: NodeOf<Props>): CloudFormation {
  return {
    Type: 'AWS::EC2::VPCPeeringConnection',
    Properties: present({
      VpcId: props.requesterVpc === undefined ? undefined : reference(props.requesterVpc),
      PeerVpcId: props.peerVpc === undefined ? undefined : reference(props.peerVpc),
      Tags: nameTag(name),
    }),
    ...(!props.accepted && {
      Notes: ['CloudFormation accepts a peering connection inside one account by itself: it cannot leave one waiting.'],
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    'AWS::EC2::VPCPeeringConnection': {
      props: (reading) => ({ requesterVpc: reading.ref('VpcId'), peerVpc: reading.ref('PeerVpcId') }),
    },
  },
});
