/**
 * The forms that the policy language itself demands of actions and ARNs, beyond JSON. The few services named
 * here are those whose ARN form IAM checks when it stores a policy.
 */
export interface Defect {
  readonly message: string;
  readonly remedy: string;
}

export function actionDefect(action: string): Defect | undefined {
  if (action === '*' || action === '*:*') return undefined;
  const parts = action.split(':');
  const vendor = parts[0] ?? '';
  if (parts.length === 1) {
    return { message: `The action “${clip(action)}” names no service.`, remedy: 'Write service:Operation, or "*".' };
  }
  if (parts.length > 2) {
    return { message: `The action “${clip(action)}” has more than one colon.`, remedy: 'Write service:Operation.' };
  }
  if (!/^[A-Za-z0-9.-]+$/.test(vendor)) {
    return {
      message: `“${clip(vendor)}” is not a service prefix.`,
      remedy: 'Use letters, digits and hyphens; no wildcards before the colon.',
    };
  }
  return undefined;
}

export function actionDoubt(action: string): Defect | undefined {
  if (action === '*:*')
    return { message: '“*:*” allows everything, as “*” does.', remedy: 'Name the actions that are needed.' };
  if (action === '*') return undefined;
  const [vendor = '', name = ''] = action.split(':');
  if (!/^[a-z][a-z0-9-]*$/.test(vendor)) {
    return {
      message: `Service prefixes are short and lower-case; “${clip(vendor)}” is not.`,
      remedy: 'Check the prefix.',
    };
  }
  if (!/^[A-Za-z0-9*?-]+$/.test(name)) {
    return { message: `No operation is called “${clip(name)}”.`, remedy: 'Operations are written as GetObject.' };
  }
  return undefined;
}

const PARTITIONS: ReadonlySet<string> = new Set([
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
]);
const IAM_PATHS = [
  'user/',
  'federated-user/',
  'role/',
  'group/',
  'instance-profile/',
  'mfa/',
  'server-certificate/',
  'policy/',
  'sms-mfa/',
  'saml-provider/',
  'oidc-provider/',
  'report/',
  'access-report/',
];

export function resourceDefect(resource: string): Defect | undefined {
  if (resource === '*') return undefined;
  const parts = splitArn(resource);
  const [prefix = '', partition = '', service = '', region = '', , tail = ''] = parts;
  if (parts.length < 2) {
    return {
      message: `“${clip(resource)}” is not an ARN.`,
      remedy: 'Write arn:aws:service:region:account:resource, or "*".',
    };
  }
  if (prefix !== 'arn' || (!PARTITIONS.has(partition) && !/[*?]/.test(partition))) {
    return {
      message: `“${clip(partition)}” is not a partition of AWS in “${clip(resource)}”.`,
      remedy: 'Begin with arn:aws: and the service.',
    };
  }
  if (service === '' || /[*?]/.test(service)) {
    return {
      message: 'An ARN names its service in full, without wildcards.',
      remedy: 'Write the service after arn:aws:.',
    };
  }
  const open = parts.length === 3 || (parts[parts.length - 1] ?? '').includes('*');
  if (parts.length < 6 && !open) {
    return {
      message: `The ARN “${clip(resource)}” has ${parts.length} parts instead of six.`,
      remedy: 'Keep the colons of empty parts: arn:aws:s3:::bucket.',
    };
  }
  if (parts.length < 6) return undefined;
  if (
    region !== '' &&
    (service === 'iam' || (service === 's3' && !/^(accesspoint|job|storage-lens|async-request)|^[*?]/.test(tail)))
  ) {
    if (!/[*?]/.test(region))
      return {
        message: `ARNs of ${service} carry no Region here.`,
        remedy: 'Leave the part empty: two colons follow each other.',
      };
  }
  if (service === 'iam' && !iamPath(tail)) {
    return {
      message: `“${clip(tail)}” is not a path of IAM.`,
      remedy: 'Begin with role/, user/, policy/ or another IAM type.',
    };
  }
  return undefined;
}

function iamPath(tail: string): boolean {
  const wild = tail.search(/[*?$]/);
  const fixed = wild < 0 ? tail : tail.slice(0, wild);
  return IAM_PATHS.some((path) => tail.startsWith(path) || (wild >= 0 && path.startsWith(fixed)));
}

/** At most six parts; colons inside a policy variable do not count. */
function splitArn(text: string): string[] {
  const parts: string[] = [''];
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '$' && text[at + 1] === '{') inside = true;
    else if (char === '}') inside = false;
    if (char === ':' && !inside && parts.length < 6) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
