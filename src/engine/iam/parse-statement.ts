import type { PolicyType, PrincipalPattern, Statement } from './contract';
import { actionDefect, actionDoubt, resourceDefect } from './forms';
import type { JsonMember, JsonNode, JsonObject } from './json';
import { parseConditions } from './parse-conditions';
import { parsePrincipal } from './parse-principal';
import { type Reporter, strings } from './parse-report';

/** The elements of a statement. */
export const ELEMENTS: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);
export const NAMES_PRINCIPAL: ReadonlySet<PolicyType> = new Set(['resource', 'attached', 'trust', 'endpoint', 'key']);

export function parseStatement(object: JsonObject, path: string, type: PolicyType, reporter: Reporter): Statement {
  const { error, warn } = reporter;
  const members = new Map<string, JsonMember>();
  for (const member of object.members) {
    if (ELEMENTS.has(member.key)) members.set(member.key, member);
    else {
      const close = [...ELEMENTS].find((name) => name.toLowerCase() === member.key.toLowerCase());
      const remedy = close ? `Write “${close}”; names are case-sensitive.` : 'Remove it, or correct its spelling.';
      error(
        member.at,
        `${path}.${member.key.slice(0, 60)}`,
        `A statement has no element “${member.key.slice(0, 60)}”.`,
        remedy,
      );
    }
  }
  const node = (name: string) => members.get(name)?.value;
  const exclusive = (name: string) => {
    const second = members.get(`Not${name}`);
    if (members.has(name) && second)
      error(second.at, `${path}.Not${name}`, `${name} and Not${name} exclude each other.`, 'Keep one of them.');
  };
  for (const name of ['Action', 'Resource', 'Principal']) exclusive(name);

  const sid = readSid(node('Sid'), path, type, reporter);
  const effect = readEffect(node('Effect'), object, path, reporter);
  const action = readActions(node('Action'), `${path}.Action`, reporter);
  const notAction = readActions(node('NotAction'), `${path}.NotAction`, reporter);
  if (!members.has('Action') && !members.has('NotAction')) {
    error(object.at, path, 'The statement has no Action.', 'Add "Action": "service:Operation".');
  }
  const resource = readResources(node('Resource'), `${path}.Resource`, reporter);
  const notResource = readResources(node('NotResource'), `${path}.NotResource`, reporter);
  const anyResource = members.has('Resource') || members.has('NotResource');
  const isOwn = type === 'trust' || (type === 'attached' && !anyResource);
  if (type === 'trust' && anyResource) {
    error(object.at, path, 'A trust policy has no Resource; it stands on the role itself.', 'Remove Resource.');
  } else if (type === 'key' && !anyResource) {
    warn(
      object.at,
      path,
      'A key policy statement without Resource has no effect.',
      'Add "Resource": "*", which means this key.',
    );
  } else if (type !== 'trust' && type !== 'attached' && !anyResource) {
    error(object.at, path, 'The statement has no Resource.', 'Add "Resource" with an ARN, or "*".');
  }
  const principals = readPrincipals(members, object, path, type, effect, reporter);
  const condition = members.get('Condition')?.value;
  const conditions = condition ? parseConditions(condition, `${path}.Condition`, effect, reporter) : [];

  if (effect === 'Allow' && notAction) {
    warn(
      members.get('NotAction')?.at ?? object.at,
      `${path}.NotAction`,
      'Allow with NotAction grants every other action of every service.',
      'List the allowed actions in Action.',
    );
  }
  if (effect === 'Allow' && notResource) {
    warn(
      members.get('NotResource')?.at ?? object.at,
      `${path}.NotResource`,
      'Allow with NotResource grants every other resource, future ones too.',
      'List the allowed resources in Resource.',
    );
  }
  return {
    ...(sid === undefined ? {} : { sid }),
    effect,
    ...principals,
    ...(notAction ? { notAction } : { action: action ?? [] }),
    ...(notResource ? { notResource } : isOwn ? {} : { resource: resource ?? [] }),
    conditions,
  };
}

function readSid(
  node: JsonNode | undefined,
  path: string,
  type: PolicyType,
  { error, warn }: Reporter,
): string | undefined {
  if (!node) return undefined;
  if (node.kind !== 'string') {
    error(node.at, `${path}.Sid`, 'Sid is a string.', 'Write one string, or leave Sid out.');
    return undefined;
  }
  if (type === 'identity' && !/^[A-Za-z0-9]*$/.test(node.value)) {
    warn(
      node.at,
      `${path}.Sid`,
      'A Sid of an identity policy has only letters and digits.',
      'Remove the other characters.',
    );
  }
  return node.value;
}

function readEffect(
  node: JsonNode | undefined,
  object: JsonObject,
  path: string,
  { error }: Reporter,
): Statement['effect'] {
  if (node?.kind === 'string' && (node.value === 'Allow' || node.value === 'Deny')) return node.value;
  error(
    node?.at ?? object.at,
    node ? `${path}.Effect` : path,
    'Effect is Allow or Deny, spelled so.',
    'Write "Effect": "Allow" or "Effect": "Deny".',
  );
  return 'Deny';
}

function readActions(node: JsonNode | undefined, path: string, reporter: Reporter): string[] | undefined {
  if (!node) return undefined;
  if (node.kind === 'array' && node.items.length === 0) {
    reporter.error(node.at, path, 'The list of actions is empty.', 'Name at least one action.');
  }
  return strings(node, path, reporter).map(({ at, value }) => {
    const defect = actionDefect(value);
    if (defect) reporter.error(at, path, defect.message, defect.remedy);
    const doubt = defect ? undefined : actionDoubt(value);
    if (doubt) reporter.warn(at, path, doubt.message, doubt.remedy);
    return value;
  });
}

function readResources(node: JsonNode | undefined, path: string, reporter: Reporter): string[] | undefined {
  if (!node) return undefined;
  const found = strings(node, path, reporter, true);
  if (node.kind === 'array' && node.items.length === 0) {
    reporter.error(node.at, path, 'The list of resources is empty.', 'Name at least one ARN, or "*".');
  }
  return found.map(({ at, value }) => {
    const defect = resourceDefect(value);
    if (defect) reporter.error(at, path, defect.message, defect.remedy);
    return value;
  });
}

function readPrincipals(
  members: ReadonlyMap<string, JsonMember>,
  object: JsonObject,
  path: string,
  type: PolicyType,
  effect: Statement['effect'],
  reporter: Reporter,
): { principal?: readonly PrincipalPattern[]; notPrincipal?: readonly PrincipalPattern[] } {
  const plain = members.get('Principal');
  const not = members.get('NotPrincipal');
  const found = plain ?? not;
  if (!NAMES_PRINCIPAL.has(type)) {
    if (found) {
      const what = type === 'scp' ? 'A service control policy' : 'An identity policy';
      reporter.error(
        found.at,
        `${path}.${found.key}`,
        `${what} names no principal; it applies to whom it is attached.`,
        `Remove ${found.key}.`,
      );
    }
    return {};
  }
  if (!found) {
    reporter.error(
      object.at,
      path,
      'The statement has no Principal.',
      'Add "Principal": { "AWS": "arn:aws:iam::…:role/…" }.',
    );
    return {};
  }
  const patterns = parsePrincipal(found.value, `${path}.${found.key}`, reporter);
  if (found === plain) return { principal: patterns };
  if (effect === 'Allow') {
    reporter.warn(
      found.at,
      `${path}.NotPrincipal`,
      'Allow with NotPrincipal grants access to everybody else, without sign-in.',
      'Use Principal.',
    );
  }
  return { notPrincipal: patterns };
}
