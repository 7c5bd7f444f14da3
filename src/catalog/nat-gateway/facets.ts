import type { Facets } from '../../engine/facets';
import { ec2Arn } from '../arn';
import { cost } from './cost';
import type { Props } from './props';
import { time } from './time';

export const facets: Facets<Props> = {
  time,
  arn: (node, context) => ec2Arn('natgateway', node, context),
  cost,
  network({ id, props }, context) {
    const vpc = context.enclosing(id, 'vpc')?.id;
    const subnet = context.enclosing(id, 'subnet')?.id;
    return {
      role: 'nat-gateway',
      mode: props.availabilityMode,
      connectivity: props.connectivityType,
      ...(vpc !== undefined && { vpc }),
      // AWS: a regional NAT gateway belongs to the VPC, whatever it was drawn in.
      ...(subnet !== undefined && props.availabilityMode === 'zonal' && { subnet }),
    };
  },
};
