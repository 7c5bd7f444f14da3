import type { Facets } from '../../engine/facets';
import { iamArn } from '../arn';
import { wieldedAnywhere } from '../identity-time';
import { groupPolicies, identityPolicies, writtenPolicy } from '../policies';
import type { Props } from './props';

export const facets: Facets<Props> = {
  time: wieldedAnywhere,
  arn: (node, context) => iamArn('user', node, context),
  principal(node, context) {
    const boundary = writtenPolicy(node, 'permissions boundary', 'permissionsBoundary', node.props.permissionsBoundary);
    return {
      arn: iamArn('user', node, context),
      type: 'user',
      identity: [
        ...identityPolicies(node, context),
        ...[...new Set(node.props.groups)].flatMap((id) => groupPolicies(id, context)),
      ],
      ...(boundary && { boundary }),
      longLivedKeys: node.props.accessKeys > 0,
    };
  },
};
