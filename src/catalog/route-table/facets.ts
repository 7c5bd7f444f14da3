import type { Facets } from '../../engine/facets';
import { ec2Arn } from '../arn';
import type { Props } from './props';

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('route-table', node, context),
  network({ id, props }, context) {
    const vpc = context.enclosing(id, 'vpc')?.id;
    return {
      role: 'route-table',
      ...(vpc !== undefined && { vpc }),
      routes: props.routes.map(({ destination, target }, index) => ({
        destination,
        target,
        field: `routes[${index}]`,
      })),
    };
  },
};
