import type { Facets } from '../../engine/facets';
import { iamArn } from '../arn';
import { inlinePolicies } from '../policies';
import type { Props } from './props';

/** A group is no principal: its policies are those of its members. */
export const facets: Facets<Props> = {
  arn: (node, context) => iamArn('group', node, context),
  grants: ({ id, props }) => inlinePolicies(id, props.policies),
};
