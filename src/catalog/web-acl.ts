import type { FacetContext } from '../engine/facets';
import type { Refusal } from '../engine/refusal-facets';
import type { DoorFacet } from '../engine/request/facets';
import type { NodeId } from '../model/diagram';
import { ref } from '../model/field';
import { numberAt, textAt, textsAt } from './neighbour';
import { slot } from './web';

export const WebAcl = ref('web-acl', {
  title: 'Web ACL',
  help: 'AWS WAF looks at each request before it is let in.',
  aws: 'WebACLAssociation',
});

/** The two scopes do not mix ("Associating protection with an AWS resource"). */
export function webAclRefusals(
  webAcl: NodeId | undefined,
  scope: 'REGIONAL' | 'CLOUDFRONT',
  context: FacetContext,
): readonly Refusal[] {
  const node = context.node(webAcl);
  if (!node || textAt(node, 'scope') === scope) return [];
  return [{ field: 'webAcl', message: `This takes a web ACL of the scope ${scope}, and ${node.name} has the other.` }];
}

/** A web ACL without a rule lets everything through. */
export function filterOf(webAcl: NodeId | undefined, context: FacetContext): DoorFacet['filter'] {
  const node = context.node(webAcl);
  const idle = node !== undefined && textsAt(node, 'rules').length === 0 && numberAt(node, 'rateLimit') === undefined;
  return { ...slot('webAcl', webAcl), ...(idle && { idle }) };
}
