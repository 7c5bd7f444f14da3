import * as z from 'zod/mini';
import type { Facts, PrincipalFacts } from '../engine/facts';
import { actionGlob } from '../engine/iam/compile';
import { covers, grantsOf, type Grant } from '../engine/iam/grants';
import { matchesAction } from '../engine/iam/matching';
import { globMatches } from '../engine/iam/wildcard';
import type { Finding } from '../model/report';
import { list, text } from '../model/schema';
import { CALL_EXAMPLES } from './call-examples';
import { defineCheck } from './define';
import { findings } from './finding';
import { Action, callsOf } from './subjects';

const say = findings('least-privilege');

export const check = defineCheck({
  id: 'least-privilege',
  title: 'Permissions fit the work',
  help: 'Compares what the policies of a caller grant with what its requests use. A grant that no request uses, an action with a wildcard, or a resource wider than the one that is used is more than the work needs. `calls` picks the callers of one action; `roles` picks every identity that starts a workload.',
  params: z.strictObject({
    calls: z.optional(Action),
    /** actions that the service itself needs and that no drawn request shows: logs, network interfaces, image pulls. */
    tolerate: list(text(80), 40),
    /** resources, as patterns, that a used action names beside its own: the configuration that an endpoint changes to. */
    beside: list(text(200), 10),
  }),
  words: {
    fits: '{who} is granted what it uses, and nothing else ({count} grants).',
    'wildcard-action': '{who}: {action} on {resource} is a wildcard. Name the actions that are used.',
    'wildcard-resource': '{who}: {action} is granted on {resource}. Only {used} is used.',
    unused: '{who}: {action} on {resource} is granted, and nothing in the diagram uses it.',
    nothing: '{who} is granted nothing.',
  },
  examples: {
    meets: [
      { ...CALL_EXAMPLES.works, params: { calls: 'sagemaker:InvokeEndpoint' } },
      {
        ...CALL_EXAMPLES.besides,
        params: { calls: 'sagemaker:InvokeEndpoint', beside: ['arn:aws:sagemaker:*:endpoint-config/*'] },
      },
    ],
    misses: [CALL_EXAMPLES.besides, CALL_EXAMPLES.wildcard, CALL_EXAMPLES.needlessDecrypt],
    silent: [{ ...CALL_EXAMPLES.noCall, params: { calls: 'sagemaker:InvokeEndpoint' } }],
  },
  run: (facts, { calls, tolerate, beside }) => {
    const requests = calls === undefined ? facts.requests : callsOf(facts, calls);
    const who = new Set(
      requests.flatMap(({ spec }) =>
        spec.signer.type === 'identity' && spec.signer.node !== undefined ? [spec.signer.node] : [],
      ),
    );
    return [...who].flatMap((id) => {
      const principal = facts.principals.get(id);
      return principal ? judge(facts, principal, tolerate, beside) : [];
    });
  },
});

function judge(
  facts: Facts,
  principal: PrincipalFacts,
  tolerate: readonly string[],
  beside: readonly string[],
): Finding[] {
  const who = facts.node(principal.node)?.name ?? principal.node;
  const used = facts.requests.flatMap((one) => one.used).filter((one) => one.principal === principal.node);
  const grants = grantsOf(principal.identity);
  if (grants.length === 0) return [say('silent', 'nothing', [principal.node], { who })];
  const excess = grants.flatMap((grant): Finding[] => {
    const values = { who, action: grant.action, resource: grant.resource };
    const more = { statements: [grant.statement] };
    const uses = used.filter((one) => covers(grant, one));
    if (grant.action.includes('*') || grant.notAction)
      return [say('misses', 'wildcard-action', [principal.node], values, more)];
    if (tolerate.some((pattern) => matchesAction(pattern, grant.action))) return [];
    const named = used.some((one) => matchesAction(grant.action, one.action));
    if (
      uses.length === 0 &&
      named &&
      beside.some((pattern) => globMatches(actionGlob(pattern), grant.resource.toLowerCase()))
    )
      return [];
    if (uses.length === 0) return [say('misses', 'unused', [principal.node], values, more)];
    const needed = uses.find((one) => tooWide(grant, one.resource));
    if (needed)
      return [say('misses', 'wildcard-resource', [principal.node], { ...values, used: needed.resource }, more)];
    return [];
  });
  return excess.length > 0 ? excess : [say('meets', 'fits', [principal.node], { who, count: grants.length })];
}

/** A wildcard over the resource's name is too wide; one below it (objects of one bucket) is not. */
function tooWide(grant: Grant, used: string): boolean {
  if (grant.notResource || grant.resource === '*') return used !== '*';
  const wildcard = grant.resource.search(/[*?]/);
  if (wildcard < 0) return false;
  const name = used.split(':').slice(5).join(':');
  const granted = grant.resource.split(':').slice(5).join(':');
  const slash =
    name.startsWith('endpoint/') || name.startsWith('key/') || name.startsWith('role/')
      ? name.length
      : name.indexOf('/');
  return granted.search(/[*?]/) >= 0 && granted.search(/[*?]/) < (slash < 0 ? name.length : slash);
}
