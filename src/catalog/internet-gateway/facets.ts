import type { Facets } from '../../engine/facets';
import { ec2Arn } from '../arn';
import type { Props } from './props';

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('internet-gateway', node, context),
  network({ id }, context) {
    const vpc = context.enclosing(id, 'vpc')?.id;
    return { role: 'internet-gateway', ...(vpc !== undefined && { vpc }) };
  },
};
