import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { flag } from '../../model/schema';

export const Props = z.strictObject({
  requesterVpc: ref('vpc', {
    title: 'Requester VPC',
    help: 'The VPC that asks for the connection. Its range must not overlap the range of the other one.',
    aws: 'VpcId',
    immutable: true,
  }),
  peerVpc: ref('vpc', {
    title: 'Accepter VPC',
    help: 'The VPC that is asked. Both sides also need routes: the connection alone carries nothing.',
    aws: 'PeerVpcId',
    immutable: true,
  }),
  accepted: field(flag(true), {
    title: 'Accepted',
    help: 'CloudFormation accepts for you inside one account. In the console somebody must accept the request.',
  }),
});
export type Props = z.output<typeof Props>;
