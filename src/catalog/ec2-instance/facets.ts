import type { Facets } from '../../engine/facets';
import { ec2Arn } from '../arn';
import { callRequests } from '../calls';
import { mountRequests, mountsOf, refusedMounts } from '../file-systems';
import { groupsOrDefault } from '../network-fields';
import { portOperations } from '../web';
import { cost } from './cost';
import type { Props } from './props';
import { time } from './time';

const PUBLIC_IP = { 'subnet-default': 'if-subnet-assigns', yes: 'always', no: 'never' } as const;

export const facets: Facets<Props> = {
  time,
  arn: (node, context) => ec2Arn('instance', node, context),
  cost,
  network({ id, props }, context) {
    const subnet = context.enclosing(id, 'subnet')?.id;
    return {
      role: 'interfaces',
      subnets: subnet === undefined ? [] : [subnet],
      securityGroups: groupsOrDefault(id, props.securityGroups, context),
      publicIp: PUBLIC_IP[props.associatePublicIp],
      withoutSubnets: 'none',
      listens: props.listens,
    };
  },
  refusals: refusedMounts,
  operations: (node, context) => portOperations(ec2Arn('instance', node, context), node.props.listens),
  requests: (node, context) => {
    const identity = { type: 'identity', node: node.props.role, service: 'ec2.amazonaws.com' } as const;
    return [
      ...mountRequests(node, mountsOf(node, identity), context),
      ...callRequests(node, { signer: identity, origin: { type: 'interfaces', node: node.id } }, context),
    ];
  },
};
