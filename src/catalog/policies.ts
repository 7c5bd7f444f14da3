import * as z from 'zod/mini';
import type { NodeOf } from '../engine/facets';
import type { PolicyText } from '../engine/iam/facets';
import { field, policyText } from '../model/field';
import { list, text } from '../model/schema';

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

export function identityPolicies(node: NodeOf<{ readonly policies: Policies }>): readonly PolicyText[] {
  return node.props.policies.map(({ name, document }, index) => ({
    name,
    node: node.id,
    field: `policies[${index}].document`,
    text: document,
  }));
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
