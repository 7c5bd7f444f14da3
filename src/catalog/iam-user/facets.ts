import type { Facets } from '../../engine/facets';
import { iamArn } from '../arn';
import { groupPolicies, identityPolicies, writtenPolicy } from '../policies';
import type { Props } from './props';
import { time } from './time';

export const facets: Facets<Props> = {
  time,
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
