import type { PrincipalPattern } from './contract';
import type { JsonNode } from './json';
import { type Reporter, strings } from './parse-report';

const KINDS: ReadonlyMap<string, PrincipalPattern['kind']> = new Map([
  ['AWS', 'aws'],
  ['Service', 'service'],
  ['Federated', 'federated'],
  ['CanonicalUser', 'canonical'],
]);
export const EVERYONE: PrincipalPattern = { kind: 'everyone', value: '*' };
const AWS_ARN = /^arn:[a-z-]+:(iam|sts)::\d{12}:(root|user\/.+|role\/.+|assumed-role\/.+|federated-user\/.+)$/;

export function parsePrincipal(node: JsonNode, path: string, reporter: Reporter): PrincipalPattern[] {
  if (node.kind === 'string') {
    if (node.value === '*') return [EVERYONE];
    reporter.error(node.at, path, 'Principal is "*" or an object.', 'Write { "AWS": "…" } or { "Service": "…" }.');
    return [];
  }
  if (node.kind !== 'object' || node.members.length === 0) {
    reporter.error(
      node.at,
      path,
      'Principal is "*" or an object that names somebody.',
      'Write { "AWS": "…" } or { "Service": "…" }.',
    );
    return [];
  }
  return node.members.flatMap(({ key, at, value }) => {
    const kind = KINDS.get(key);
    if (!kind) {
      reporter.error(
        at,
        `${path}.${key.slice(0, 60)}`,
        `“${key.slice(0, 60)}” is not a kind of principal.`,
        'Use AWS, Service, Federated or CanonicalUser.',
      );
      return [];
    }
    if (value.kind === 'array' && value.items.length === 0) {
      reporter.error(value.at, `${path}.${key}`, 'The list of principals is empty.', 'Name at least one.');
    }
    return strings(value, `${path}.${key}`, reporter).map((item) => pattern(kind, item, `${path}.${key}`, reporter));
  });
}

function pattern(
  kind: PrincipalPattern['kind'],
  { at, value }: { at: number; value: string },
  path: string,
  { error, warn }: Reporter,
): PrincipalPattern {
  if (value === '') error(at, path, 'The principal is empty.', 'Name an ARN, an account or a service.');
  else if (kind === 'aws') {
    if (value === '*') return EVERYONE;
    if (/[*?]/.test(value)) {
      error(
        at,
        path,
        'A principal cannot hold wildcards.',
        'Name it in full, or use "*" with a condition on aws:PrincipalArn.',
      );
    } else if (
      value.startsWith('arn:') ? !AWS_ARN.test(value) : !/^\d{12}$/.test(value) && !/^A[A-Z0-9]{15,}$/.test(value)
    ) {
      error(
        at,
        path,
        'This is not a principal that IAM knows.',
        'Write a user, role or session ARN, or a 12-digit account id.',
      );
    }
  } else if (kind === 'service' && value !== '*' && !/^[a-z0-9.-]+\.amazon(aws)?\.com(\.cn)?$/.test(value)) {
    warn(at, path, 'A service principal looks like service.amazonaws.com.', 'Check the name of the service.');
  }
  return { kind, value };
}
