import * as z from 'zod/mini';
import type { Facts, PrincipalFacts } from '../engine/facts';
import type { NodeId } from '../model/diagram';
import type { Finding } from '../model/report';
import { CALL_EXAMPLES } from './call-examples';
import { defineCheck } from './define';
import { findings } from './finding';
import { Action, callsOf, nameOf } from './subjects';

const say = findings('refused-from-outside');

export const check = defineCheck({
  id: 'refused-from-outside',
  title: 'Stolen credentials are useless outside the VPC',
  help: 'Takes the credentials of every role and user and asks for the action from the internet, and through an endpoint in a VPC of somebody else. An interface endpoint does not close the public API: only a policy that looks at the path does (aws:SourceVpce, aws:SourceVpc). Principals that could not do it anyway stay silent.',
  params: z.strictObject({ action: Action }),
  words: {
    refused: '{who} may not ask {to} from the internet, although the drawn call works.',
    open: '{who} may ask {to} from anywhere on the internet. No policy looks at the path.',
    'any-endpoint':
      '{who} may ask {to} through an endpoint of any VPC, also of somebody else. No policy says which one.',
  },
  examples: {
    meets: [CALL_EXAMPLES.lockedToEndpoint],
    misses: [CALL_EXAMPLES.works, CALL_EXAMPLES.throughAnyEndpoint],
    silent: [CALL_EXAMPLES.noCall],
  },
  run: (facts, { action }) =>
    facts.nodes
      .filter((node) => facts.operationsOf(node.id).some((one) => one.action === action))
      .flatMap((target) =>
        [...facts.principals.values()].flatMap((principal) => ask(facts, principal, target.id, action)),
      ),
});

/** What a request carries that comes through an endpoint which nobody here has drawn. */
const ELSEWHERE = { 'aws:SourceVpce': ['vpce-of-somebody-else'], 'aws:SourceVpc': ['vpc-of-somebody-else'] };

function ask(facts: Facts, principal: PrincipalFacts, target: NodeId, action: string): Finding[] {
  const spec = {
    id: `internet/${principal.node}/${action}/${target}`,
    from: principal.node,
    signer: { type: 'identity', node: principal.node },
    origin: { type: 'internet' },
    action,
    to: target,
    purpose: 'call',
    title: `${nameOf(facts, principal.node)} from the internet`,
  } as const;
  const outside = facts.walk(spec);
  const values = { who: nameOf(facts, principal.node), to: nameOf(facts, target) };
  const nodes = [principal.node, target];
  if (outside.trace.allowed) return [say('misses', 'open', nodes, values, { trace: outside.trace })];
  const elsewhere = facts.walk({ ...spec, id: `${spec.id}/elsewhere`, context: ELSEWHERE });
  if (elsewhere.trace.allowed) return [say('misses', 'any-endpoint', nodes, values, { trace: elsewhere.trace })];
  const works = callsOf(facts, action).some(
    (one) =>
      one.spec.to === target &&
      one.trace.allowed &&
      one.spec.signer.type === 'identity' &&
      one.spec.signer.node === principal.node,
  );
  return works ? [say('meets', 'refused', nodes, values, { trace: outside.trace })] : [];
}
