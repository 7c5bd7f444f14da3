import type { Facets } from '../../engine/facets';
import { ec2Arn } from '../arn';
import type { Props } from './props';
import { time } from './time';

export const facets: Facets<Props> = {
  time,
  arn: (node, context) => ec2Arn('subnet', node, context),
  network({ id, props }, context) {
    const vpc = context.enclosing(id, 'vpc')?.id;
    return {
      role: 'subnet',
      ...(vpc !== undefined && { vpc }),
      cidr: props.cidr,
      zone: `${context.account.region}${props.availabilityZone}`,
      ...(props.routeTable !== undefined && { routeTable: props.routeTable }),
      ...(props.networkAcl !== undefined && { acl: props.networkAcl }),
      assignsPublicIp: props.mapPublicIpOnLaunch,
    };
  },
};
