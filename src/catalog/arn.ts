import type { FacetContext } from '../engine/facets';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A name as it may stand in an ARN: AWS allows no spaces in the names of these resources. */
export function arnName(name: string): string {
  return name.trim().replace(/[^\w+=,.@-]+/g, '-') || 'unnamed';
}

/** EC2 resources have generated ids; the node's own id stands in for them. */
export function ec2Arn(type: string, node: Named, { account }: FacetContext): string {
  return `arn:aws:ec2:${account.region}:${account.id}:${type}/${node.id}`;
}

/** IAM is global: no Region in its ARNs. */
export function iamArn(type: 'role' | 'user' | 'group' | 'policy', node: Named, { account }: FacetContext): string {
  return `arn:aws:iam::${account.id}:${type}/${arnName(node.name)}`;
}
