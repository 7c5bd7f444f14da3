import * as z from 'zod/mini';
import type { AnyNode, FacetContext, NodeOf } from '../engine/facets';
import type { PolicyText } from '../engine/iam/facets';
import type { NodeId } from '../model/diagram';
import { field, policyText, refs } from '../model/field';
import { list, text } from '../model/schema';
import type { Link } from './kind';
import { idsAt, textAt } from './neighbour';

/** The identity policies of a role or a user. */
export const Policies = field(
  list(
    z.strictObject({
      name: field(z._default(text(128), 'permissions'), {
        title: 'Name',
        help: 'Shown where a statement decides.',
        aws: 'PolicyName',
      }),
      document: policyText({
        title: 'Policy document',
        help: 'What this identity may do. IAM denies everything that no statement allows.',
        aws: 'PolicyDocument',
      }),
    }),
    20,
  ),
  {
    title: 'Permissions policies',
    help: 'Without one, every request of this identity is implicitly denied.',
    aws: 'Policies',
  },
);
export type Policies = z.output<typeof Policies>;

export const Boundary = policyText({
  title: 'Permissions boundary',
  help: 'The most that the policies above can grant. It grants nothing by itself. Empty = no boundary.',
  aws: 'PermissionsBoundary',
});

export const ManagedPolicies = refs('managed-policy', {
  title: 'Managed policies',
  help: 'Policies of their own that several identities share.',
  aws: 'ManagedPolicyArns',
});
export const MANAGED_POLICIES_LINK: Link = {
  field: 'managedPolicies[]',
  to: 'managed-policy',
  label: 'has the policy',
};

export interface Carrier {
  readonly policies: Policies;
  readonly managedPolicies: readonly NodeId[];
}

/** The policies that are written into a node. */
export function inlinePolicies(id: NodeId, policies: Policies): readonly PolicyText[] {
  return policies.map(({ name, document }, index) => ({
    name,
    node: id,
    field: `policies[${index}].document`,
    text: document,
  }));
}

/** What an identity carries itself: policies written into it, and managed ones. */
export function identityPolicies(node: NodeOf<Carrier>, context: FacetContext): readonly PolicyText[] {
  return [...inlinePolicies(node.id, node.props.policies), ...managedTexts(node.props.managedPolicies, context)];
}

function managedTexts(ids: readonly NodeId[], context: FacetContext): readonly PolicyText[] {
  return [...new Set(ids)].flatMap((id) => {
    const policy = context.hasTrait(id, 'managed-policy') ? context.node(id) : undefined;
    return policy ? [{ name: policy.name, node: id, field: 'document', text: textAt(policy, 'document') }] : [];
  });
}

/** What the members of a group inherit. */
export function groupPolicies(id: NodeId, context: FacetContext): readonly PolicyText[] {
  const group: AnyNode | undefined = context.hasTrait(id, 'group') ? context.node(id) : undefined;
  if (!group) return [];
  const found = Policies.safeParse(group.props['policies']);
  const own = inlinePolicies(id, found.success ? found.data : []);
  return [...own, ...managedTexts(idsAt(group, 'managedPolicies'), context)].map((one) => ({ ...one, via: id }));
}

/** A policy of this node, or `undefined` when nothing is written. */
export function writtenPolicy(
  node: { readonly id: string },
  name: string,
  field: string,
  text: string,
): PolicyText | undefined {
  return text.trim() === '' ? undefined : { name, node: node.id, field, text };
}
