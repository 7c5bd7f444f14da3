import type { Reason } from '../../model/trace';
import type { Authorise, Decision, DecisionStep, Layer, Policy, PolicySet } from './contract';
import { type Applied, applyAll, type Match, type Naming, type Question, questionOf } from './matching';
import { explainSilence, labelOf, nameOf } from './near';
import { isPublic } from './exposure';

interface Layers {
  readonly scps: readonly { readonly level: string; readonly applied: Applied }[];
  readonly rcps: readonly { readonly level: string; readonly applied: Applied }[];
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
  const denial = explicitDenial(question, layers);
  if (denial) return { verdict: 'ExplicitlyDenied', steps: [denial] };
  const steps: DecisionStep[] = [];
  const allowed = decide(question, policies, layers, steps);
  return { verdict: allowed ? 'Allowed' : 'ImplicitlyDenied', steps } satisfies Decision;
};

function applyLayers(question: Question, policies: PolicySet): Layers {
  const { caller } = question.request;
  const organized = caller.type !== 'service' && caller.type !== 'anonymous' && !isServiceLinked(question);
  const levels = (list: PolicySet['scps']) =>
    list.map(({ level, policies: attached }) => ({ level, applied: applyAll(attached, question) }));
  return {
    scps: organized ? levels(policies.scps) : [],
    rcps: isServiceLinked(question) ? [] : levels(policies.rcps),
    endpoint: applyAll(policies.endpoint, question),
    resource: applyAll(policies.resource ? [policies.resource] : undefined, question),
    identity: applyAll(policies.identity, question),
    boundary: applyAll(policies.boundary, question),
    session: applyAll(policies.session, question),
  };
}

/** Neither SCPs nor RCPs touch the roles that services own. */
function isServiceLinked({ roleArn }: Question): boolean {
  return roleArn?.includes(':role/aws-service-role/') ?? false;
}

function explicitDenial(question: Question, layers: Layers): DecisionStep | undefined {
  const ordered: readonly (readonly [Layer, readonly Match[]])[] = [
    ['scp', layers.scps.flatMap(({ applied }) => applied.denies)],
    ['rcp', layers.rcps.flatMap(({ applied }) => applied.denies)],
    ['endpoint', layers.endpoint.denies],
    ['resource', layers.resource.denies],
    ['identity', layers.identity.denies],
    ['boundary', layers.boundary.denies],
    ['session', layers.session.denies],
  ];
  const first = ordered.find(([, denies]) => denies.length > 0);
  const match = first?.[1][0];
  if (!first || !match) return undefined;
  const all = ordered.flatMap(([, denies]) => denies).map((deny) => deny.compiled.ref);
  return { layer: first[0], verdict: 'fail', reason: denialReason(question, first[0], match), statements: all };
}

const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  scp: 'service control policy',
  rcp: 'resource control policy',
  endpoint: 'endpoint policy',
  resource: 'resource policy',
  identity: 'identity policy',
  boundary: 'permissions boundary',
  session: 'session policy',
};

/** A Deny often applies because a key is absent, which surprises; then the reason names the key. */
function denialReason(question: Question, layer: Layer, { compiled }: Match): Reason {
  const values = {
    ...subject(question),
    layer: LAYER_WORDS[layer],
    policy: compiled.ref.policy,
    statement: labelOf(compiled.ref),
  };
  const absent = compiled.conditions.find(
    ({ key, condition }) => condition.operator !== 'Null' && (question.lookup(key) ?? []).length === 0,
  );
  if (absent) {
    const missing = { operator: nameOf(absent), key: absent.condition.key };
    return { code: 'iam.explicit-deny-missing-key', values: { ...values, ...missing } };
  }
  return { code: 'iam.explicit-deny', values };
}

function subject({ request }: Question) {
  return { caller: request.caller.arn, action: request.action, resource: request.resource };
}

/** Everything after the denials. Adds the steps; tells whether the request is allowed. */
function decide(question: Question, policies: PolicySet, layers: Layers, steps: DecisionStep[]): boolean {
  const { caller, resourceAccount } = question.request;
  const say = (
    layer: Layer,
    verdict: DecisionStep['verdict'],
    code: string,
    matches: readonly Match[] = [],
    values = {},
  ) => {
    const refs = matches.map((match) => match.compiled.ref);
    const first = refs[0];
    const place: Reason['values'] = first ? { policy: first.policy, statement: labelOf(first) } : {};
    const reason = { code, values: { ...subject(question), ...place, ...values } };
    steps.push({ layer, verdict, reason, statements: refs });
    return verdict !== 'fail';
  };
  const silent = (layer: Layer, searched: readonly Policy[], values = {}) => {
    const { reason, statements } = explainSilence(layer, searched, question, { ...subject(question), ...values });
    steps.push({ layer, verdict: 'fail', reason, statements });
    return false;
  };
  /** a layer that must allow. */
  const limits = (layer: Layer, attached: readonly Policy[], applied: Applied) =>
    applied.allows.length > 0 ? say(layer, 'pass', `iam.${layer}-allows`, applied.allows) : silent(layer, attached);

  // AWS attaches RCPFullAWSAccess to every level for good; a list without any Allow has merely left it out.
  for (const [index, { level, applied }] of layers.rcps.entries()) {
    const attached = policies.rcps[index]?.policies ?? [];
    const listsAllow = attached.some(({ statements }) => statements.some(({ effect }) => effect === 'Allow'));
    if (listsAllow && applied.allows.length === 0) return silent('rcp', attached, { level });
  }
  if (layers.rcps.length > 0) say('rcp', 'pass', 'iam.rcp-passes');
  if (policies.scps.length > 0 && layers.scps.length === 0) say('scp', 'info', 'iam.scp-not-applicable');
  for (const [index, { level, applied }] of layers.scps.entries()) {
    if (applied.allows.length === 0) return silent('scp', policies.scps[index]?.policies ?? [], { level });
  }
  if (layers.scps.length > 0)
    say(
      'scp',
      'pass',
      'iam.scp-allows',
      layers.scps.flatMap(({ applied }) => applied.allows),
    );
  if (policies.endpoint && !limits('endpoint', policies.endpoint, layers.endpoint)) return false;

  const outside = caller.type === 'service' || caller.type === 'anonymous';
  const sameAccount = !outside && (resourceAccount === '' || question.account === resourceAccount);
  const blocked =
    caller.type !== 'service' && !sameAccount && policies.resourceBlocksPublic === true && isPublic(policies.resource);
  if (blocked)
    return say('resource', 'fail', 'iam.public-access-blocked', layers.resource.allows, { account: resourceAccount });

  const naming = bestNaming(layers.resource.allows);
  if (naming === undefined && (!sameAccount || policies.resourceRequired)) {
    if (!policies.resource) {
      return say('resource', 'fail', sameAccount || outside ? 'iam.resource-none' : 'iam.cross-account-none', [], {
        account: resourceAccount,
      });
    }
    return silent('resource', [policies.resource]);
  }
  if (naming === undefined) {
    if (policies.resource) say('resource', 'info', 'iam.resource-no-grant');
  } else {
    const matches = layers.resource.allows.filter((match) => match.naming === naming);
    if (outside) return say('resource', 'pass', `iam.resource-allows-${naming}`, matches);
    if (!sameAccount)
      say('resource', 'pass', 'iam.resource-allows-cross-account', matches, { account: resourceAccount });
    else {
      const enough = naming === 'everyone' || naming === 'direct';
      say('resource', naming === 'account' ? 'info' : 'pass', `iam.resource-allows-${naming}`, matches);
      if (enough) return true;
    }
  }
  if (caller.type === 'root') return say('identity', 'pass', 'iam.root-allows');
  const needsIdentity = !sameAccount || naming !== 'role';
  if (needsIdentity) {
    if (policies.identity.length === 0) return say('identity', 'fail', 'iam.identity-none');
    if (!limits('identity', policies.identity, layers.identity)) return false;
  }
  if (policies.boundary && !limits('boundary', policies.boundary, layers.boundary)) return false;
  return !policies.session || limits('session', policies.session, layers.session);
}

function bestNaming(allows: readonly Match[]): Naming | undefined {
  const order: readonly Naming[] = ['everyone', 'direct', 'service', 'role', 'account'];
  return order.find((naming) => allows.some((match) => match.naming === naming));
}
