import type { Authorise, PolicySet } from './contract';
import { denialOf } from './denial';
import { isPublic } from './exposure';
import { type Applied, applyAll, type Match, type Naming, NAMINGS, type Question, questionOf } from './matching';
import { Scribe } from './scribe';

interface Level {
  readonly level: string;
  readonly applied: Applied;
}
interface Layers {
  readonly scps: readonly Level[];
  readonly rcps: readonly Level[];
  readonly endpoint: Applied;
  readonly resource: Applied;
  readonly identity: Applied;
  readonly boundary: Applied;
  readonly session: Applied;
}

/** Decides in AWS's order. A step that fails is the last one. */
export const authorise: Authorise = (request, policies) => {
  const question = questionOf(request);
  const layers = applyLayers(question, policies);
  const denial = denialOf(question, [
    ['scp', layers.scps.flatMap(({ applied }) => applied.denies)],
    ['rcp', layers.rcps.flatMap(({ applied }) => applied.denies)],
    ['endpoint', layers.endpoint.denies],
    ['resource', layers.resource.denies],
    ['identity', layers.identity.denies],
    ['boundary', layers.boundary.denies],
    ['session', layers.session.denies],
  ]);
  if (denial) return { verdict: 'ExplicitlyDenied', steps: [denial] };
  const scribe = new Scribe(question);
  const allowed =
    organizationAllows(policies, layers, scribe) &&
    scribe.limit('endpoint', policies.endpoint, layers.endpoint) &&
    grants(question, policies, layers, scribe);
  return { verdict: allowed ? 'Allowed' : 'ImplicitlyDenied', steps: scribe.steps };
};

/** Neither SCPs nor RCPs touch the roles that services own; SCPs limit only principals of an account. */
function applyLayers(question: Question, policies: PolicySet): Layers {
  const serviceLinked = question.roleArn?.includes(':role/aws-service-role/') ?? false;
  const levels = (list: PolicySet['scps']) =>
    list.map(({ level, policies: attached }) => ({ level, applied: applyAll(attached, question) }));
  return {
    scps: isOutsider(question) || serviceLinked ? [] : levels(policies.scps),
    rcps: serviceLinked ? [] : levels(policies.rcps),
    endpoint: applyAll(policies.endpoint, question),
    resource: applyAll(policies.resource && [policies.resource], question),
    identity: applyAll(policies.identity, question),
    boundary: applyAll(policies.boundary, question),
    session: applyAll(policies.session, question),
  };
}

/** A service in its own name, or nobody: it has no identity policies, so only a resource policy can let it in. */
function isOutsider({ request }: Question): boolean {
  return request.caller.type === 'service' || request.caller.type === 'anonymous';
}

function organizationAllows(policies: PolicySet, layers: Layers, scribe: Scribe): boolean {
  // AWS attaches RCPFullAWSAccess to every level for good; a list without any Allow has merely left it out.
  for (const [index, { level, applied }] of layers.rcps.entries()) {
    const attached = policies.rcps[index]?.policies ?? [];
    const listsAllow = attached.some(({ statements }) => statements.some(({ effect }) => effect === 'Allow'));
    if (listsAllow && applied.allows.length === 0) return scribe.silent('rcp', attached, { level });
  }
  if (layers.rcps.length > 0) scribe.say('rcp', 'pass', 'iam.rcp-passes');
  if (policies.scps.length === 0) return true;
  if (layers.scps.length === 0) return scribe.say('scp', 'info', 'iam.scp-not-applicable');
  for (const [index, { level, applied }] of layers.scps.entries()) {
    if (applied.allows.length === 0) return scribe.silent('scp', policies.scps[index]?.policies ?? [], { level });
  }
  const allows = layers.scps.flatMap(({ applied }) => applied.allows);
  return scribe.say('scp', 'pass', 'iam.scp-allows', allows);
}

/** Resource policy, then the caller's own policies. */
function grants(question: Question, policies: PolicySet, layers: Layers, scribe: Scribe): boolean {
  const { caller, resourceAccount: account } = question.request;
  const outsider = isOutsider(question);
  const sameAccount = !outsider && (account === '' || question.account === account);
  const { allows } = layers.resource;

  const closedToOthers = policies.resourceBlocksPublic === true && isPublic(policies.resource);
  if (closedToOthers && !sameAccount && caller.type !== 'service') {
    return scribe.say('resource', 'fail', 'iam.public-access-blocked', allows, { account });
  }
  const naming = NAMINGS.find((one) => allows.some((match) => match.naming === one));
  if (naming === undefined) {
    if (!sameAccount || policies.resourceRequired) {
      if (policies.resource) return scribe.silent('resource', [policies.resource]);
      const code = sameAccount || outsider ? 'iam.resource-none' : 'iam.cross-account-none';
      return scribe.say('resource', 'fail', code, [], { account });
    }
    if (policies.resource) scribe.say('resource', 'info', 'iam.resource-no-grant');
  } else {
    const matches = allows.filter((match) => match.naming === naming);
    if (outsider) return scribe.say('resource', 'pass', `iam.resource-allows-${naming}`, matches);
    if (!sameAccount) scribe.say('resource', 'pass', 'iam.resource-allows-cross-account', matches, { account });
    else if (grantedBy(naming, matches, scribe)) return true;
  }
  if (caller.type === 'root') return scribe.say('identity', 'pass', 'iam.root-allows');
  if (!sameAccount || naming !== 'role') {
    if (policies.identity.length === 0) return scribe.say('identity', 'fail', 'iam.identity-none');
    if (!scribe.limit('identity', policies.identity, layers.identity)) return false;
  }
  return (
    scribe.limit('boundary', policies.boundary, layers.boundary) &&
    scribe.limit('session', policies.session, layers.session)
  );
}

/** Within one account: naming the caller itself, or everyone, is a grant that no boundary limits. */
function grantedBy(naming: Naming, matches: readonly Match[], scribe: Scribe): boolean {
  const verdict = naming === 'account' ? 'info' : 'pass';
  scribe.say('resource', verdict, `iam.resource-allows-${naming}`, matches);
  return naming === 'everyone' || naming === 'direct';
}
