import type { Facets } from '../../engine/facets';
import { ec2Arn } from '../arn';
import { ipProtocol } from '../network-fields';
import type { Props } from './props';

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('network-acl', node, context),
  network({ id, props }, context) {
    const vpc = context.enclosing(id, 'vpc')?.id;
    return {
      role: 'network-acl',
      ...(vpc !== undefined && { vpc }),
      rules: props.entries.map(({ ruleNumber, protocol, ...entry }, index) => ({
        ...entry,
        protocol: ipProtocol(protocol),
        number: ruleNumber,
        field: `entries[${index}]`,
      })),
    };
  },
};
