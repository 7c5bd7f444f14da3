import type { Facets } from '../../engine/facets';
import { iamArn } from '../arn';
import { identityPolicies, writtenPolicy } from '../policies';
import type { Props } from './props';

export const facets: Facets<Props> = {
  arn: (node, context) => iamArn('role', node, context),
  principal(node, context) {
    const boundary = writtenPolicy(node, 'permissions boundary', 'permissionsBoundary', node.props.permissionsBoundary);
    const trust = writtenPolicy(node, 'trust policy', 'trustPolicy', node.props.trustPolicy);
    return {
      arn: iamArn('role', node, context),
      type: 'role',
      identity: identityPolicies(node),
      ...(boundary && { boundary }),
      ...(trust && { trust }),
      longLivedKeys: false,
    };
  },
  resourcePolicy(node) {
    const policy = writtenPolicy(node, 'trust policy', 'trustPolicy', node.props.trustPolicy);
    return { ...(policy && { policy }), required: true };
  },
  operations: (node, context) => [
    { action: 'sts:AssumeRole', resource: iamArn('role', node, context), service: 'sts' },
  ],
};
