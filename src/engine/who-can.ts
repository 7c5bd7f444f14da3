import type { NodeId } from '../model/diagram';
import type { Facts, WalkedRequest } from './facts';
import type { Operation } from './request/facets';

/** One principal, one thing that can be asked of a resource, and whether it may. */
export interface Access {
  readonly principal: NodeId;
  readonly target: NodeId;
  readonly operation: Operation;
  readonly request: WalkedRequest;
}

/**
 * Who of the drawn roles and users can do what to this resource. Each question is walked as a real request: from the
 * place where the drawing lets this principal work, or, where nothing works as it, from AWS's own network, so that a
 * condition on the path refuses it.
 */
export function whoCan(facts: Facts, target: NodeId): readonly Access[] {
  return [...facts.principals.keys()].flatMap((principal) => accessOf(facts, principal, target));
}

/** What this role or user can do to everything that is drawn. */
export function whatCan(facts: Facts, principal: NodeId): readonly Access[] {
  return facts.nodes.flatMap(({ id }) => (id === principal ? [] : accessOf(facts, principal, id)));
}

function accessOf(facts: Facts, principal: NodeId, target: NodeId): Access[] {
  const used = facts.requests.find(
    ({ spec }) => spec.purpose === 'call' && spec.signer.type === 'identity' && spec.signer.node === principal,
  );
  return facts.operationsOf(target).map((operation) => ({
    principal,
    target,
    operation,
    request: facts.walk({
      id: `who-can/${principal}/${operation.action}/${target}`,
      from: used?.spec.from ?? principal,
      signer: used?.spec.signer ?? { type: 'identity', node: principal },
      origin: used?.spec.origin ?? { type: 'platform' },
      action: operation.action,
      to: target,
      purpose: 'call',
      title: `${facts.node(principal)?.name ?? principal}: ${operation.action}`,
    }),
  }));
}
