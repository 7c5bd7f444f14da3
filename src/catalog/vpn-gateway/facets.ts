import type { Facets } from '../../engine/facets';
import { ec2Arn } from '../arn';
import { cost } from './cost';
import type { Props } from './props';

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('vpn-gateway', node, context),
  cost,
  network({ id, props }, context) {
    const vpc = context.enclosing(id, 'vpc')?.id;
    return {
      role: 'vpn-gateway',
      ...(vpc !== undefined && { vpc }),
      connections:
        props.onPremises === undefined ? [] : [{ site: props.onPremises, up: props.tunnelUp, field: 'onPremises' }],
      propagatesTo: props.propagatesTo,
    };
  },
};
