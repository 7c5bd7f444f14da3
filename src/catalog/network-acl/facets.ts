import type { Facets } from '../../engine/facets';
import { ec2Arn } from '../arn';
import type { Props } from './props';

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('network-acl', node, context),
  network({ id, props }, context) {
    const vpc = context.enclosing(id, 'vpc')?.id;
    return {
      role: 'network-acl',
      ...(vpc !== undefined && { vpc }),
      rules: props.entries.map(({ ruleNumber, ...entry }, index) => ({
        ...entry,
        number: ruleNumber,
        field: `entries[${index}]`,
      })),
    };
  },
};
