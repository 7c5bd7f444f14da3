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
  help: 'Takes the credentials of every role and user and asks for the action from the internet. An interface endpoint does not close the public API: only a policy that looks at the path does (aws:SourceVpce, aws:SourceVpc). Principals that could not do it anyway stay silent.',
  params: z.strictObject({ action: Action }),
  words: {
    refused: '{who} may not ask {to} from the internet, although the drawn call works.',
    open: '{who} may ask {to} from anywhere on the internet. No policy looks at the path.',
  },
  examples: {
    meets: [CALL_EXAMPLES.lockedToEndpoint],
    misses: [CALL_EXAMPLES.works],
    silent: [CALL_EXAMPLES.noCall],
  },
  run: (facts, { action }) =>
    facts.nodes
      .filter((node) => facts.operationsOf(node.id).some((one) => one.action === action))
      .flatMap((target) =>
        [...facts.principals.values()].flatMap((principal) => ask(facts, principal, target.id, action)),
      ),
});

function ask(facts: Facts, principal: PrincipalFacts, target: NodeId, action: string): Finding[] {
  const outside = facts.walk({
    id: `internet/${principal.node}/${action}/${target}`,
    from: principal.node,
    signer: { type: 'identity', node: principal.node },
    origin: { type: 'internet' },
    action,
    to: target,
    purpose: 'call',
    title: `${nameOf(facts, principal.node)} from the internet`,
  });
  const values = { who: nameOf(facts, principal.node), to: nameOf(facts, target) };
  const nodes = [principal.node, target];
  if (outside.trace.allowed) return [say('misses', 'open', nodes, values, { trace: outside.trace })];
  const works = callsOf(facts, action).some(
    (one) =>
      one.spec.to === target &&
      one.trace.allowed &&
      one.spec.signer.type === 'identity' &&
      one.spec.signer.node === principal.node,
  );
  return works ? [say('meets', 'refused', nodes, values, { trace: outside.trace })] : [];
}
