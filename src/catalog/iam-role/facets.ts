import type { Facets } from '../../engine/facets';
import { iamArn } from '../arn';
import { wieldedAnywhere } from '../identity-time';
import { identityPolicies, writtenPolicy } from '../policies';
import type { Props } from './props';

const ASSUME = 'sts:AssumeRole';

export const facets: Facets<Props> = {
  time: wieldedAnywhere,
  arn: (node, context) => iamArn('role', node, context),
  principal(node, context) {
    const boundary = writtenPolicy(node, 'permissions boundary', 'permissionsBoundary', node.props.permissionsBoundary);
    const trust = writtenPolicy(node, 'trust policy', 'trustPolicy', node.props.trustPolicy);
    return {
      arn: iamArn('role', node, context),
      type: 'role',
      identity: identityPolicies(node, context),
      ...(boundary && { boundary }),
      ...(trust && { trust }),
      longLivedKeys: false,
    };
  },
  resourcePolicy(node) {
    const policy = writtenPolicy(node, 'trust policy', 'trustPolicy', node.props.trustPolicy);
    return { ...(policy && { policy }), required: true, type: 'trust', actions: [ASSUME] };
  },
  operations(node, context) {
    const resource = iamArn('role', node, context);
    // Passing a role is judged by the caller's own policies; only assuming it asks the trust policy.
    return [
      { action: ASSUME, resource, service: 'sts' },
      { action: 'iam:PassRole', resource, service: 'iam' },
    ];
  },
};
