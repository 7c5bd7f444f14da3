import type { Facts } from '../../engine/facts';
import type { PolicyType } from '../../engine/iam/contract';
import type { NodeId } from '../../model/diagram';
import type { FieldPath } from '../../model/path';

/** Which rules a policy document follows, from what the engine says of the node. */
export function policyTypeOf(facts: Facts, node: NodeId, field: FieldPath): PolicyType {
  const principal = facts.principals.get(node)?.facet;
  if (principal) return principal.trust?.field === field || /trust|assume/i.test(field) ? 'trust' : 'identity';
  if (facts.keys.has(node)) return 'key';
  const network = facts.networkOf(node);
  if (network?.role === 'gateway-endpoint' || network?.role === 'interface-endpoint') return 'endpoint';
  const attached = facts.resourcePolicyOf(node);
  return attached ? (attached.facet.type ?? 'resource') : 'identity';
}
