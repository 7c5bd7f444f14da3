import type { PolicyType } from '../../engine/iam/contract';

/** What a template needs to know of the place it is put into. */
export interface PolicyPlace {
  readonly account: string;
  readonly type: PolicyType;
  /** ARN of the resource that the policy stands on, where it has one. */
  readonly self?: string;
}

export interface PolicyTemplate {
  readonly id: string;
  readonly title: string;
  /** what it does and what to change. */
  readonly help: string;
  readonly text: string;
}

const VERSION = '2012-10-17';

function write(...statements: readonly object[]): string {
  return JSON.stringify({ Version: VERSION, Statement: statements }, null, 2);
}

/** Starting points that parse and mean what they say. None of them is the answer to a task. */
export function templatesFor(place: PolicyPlace): readonly PolicyTemplate[] {
  switch (place.type) {
    case 'trust':
      return [trustFor('service'), trustForAccount(place.account)];
    case 'identity':
      return [allowStatement(), denyStatement()];
    case 'scp':
      return [denyStatement()];
    case 'key':
      return [keyDefault(place.account), keyWithService(place.account)];
    case 'endpoint':
      return [endpointFull(), endpointAccountOnly(place.account)];
    case 'resource':
    case 'attached':
      return [...tlsOnly(place.self), resourceForService(place)];
  }
}

function trustFor(service: string): PolicyTemplate {
  return {
    id: 'trust-service',
    title: 'Trust policy for a service',
    help: 'Lets one AWS service assume the role. Replace the word before .amazonaws.com with the service that will use it.',
    text: write({
      Effect: 'Allow',
      Principal: { Service: `${service}.amazonaws.com` },
      Action: 'sts:AssumeRole',
    }),
  };
}

function trustForAccount(account: string): PolicyTemplate {
  return {
    id: 'trust-account',
    title: 'Trust policy for this account',
    help: 'Lets identities of this account assume the role, if their own policies allow sts:AssumeRole as well.',
    text: write({
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'sts:AssumeRole',
    }),
  };
}

function allowStatement(): PolicyTemplate {
  return {
    id: 'allow',
    title: 'Allow statement',
    help: 'Replace the action and the resource. Object actions take the ARN of the objects, bucket actions the ARN of the bucket.',
    text: write({
      Sid: 'AllowOneAction',
      Effect: 'Allow',
      Action: ['service:Action'],
      Resource: ['arn:aws:service:region:account:resource'],
    }),
  };
}

function denyStatement(): PolicyTemplate {
  return {
    id: 'deny',
    title: 'Deny statement',
    help: 'An explicit deny wins over every allow. Replace the action and the resource.',
    text: write({
      Sid: 'DenyOneAction',
      Effect: 'Deny',
      Action: ['service:Action'],
      Resource: ['*'],
    }),
  };
}

/** Where a statement with `aws:SecureTransport` is common: the action it denies, and whether contents have ARNs too. */
const PLAIN_HTTP: Readonly<Record<string, { action: string; contents: boolean }>> = {
  s3: { action: 's3:*', contents: true },
  sns: { action: 'sns:Publish', contents: false },
};

function tlsOnly(self: string | undefined): readonly PolicyTemplate[] {
  const rule = self === undefined ? undefined : PLAIN_HTTP[serviceOf(self)];
  if (self === undefined || rule === undefined) return [];
  return [
    {
      id: 'tls-only',
      title: 'Refuse plain HTTP',
      help: 'Denies requests without TLS to everybody. A bucket policy names the bucket and its objects.',
      text: write({
        Sid: 'DenyWithoutTls',
        Effect: 'Deny',
        Principal: '*',
        Action: rule.action,
        Resource: rule.contents ? [self, `${self}/*`] : self,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    },
  ];
}

function resourceForService(place: PolicyPlace): PolicyTemplate {
  return {
    id: 'resource-service',
    title: 'Allow a service of this account',
    help: 'Lets one AWS service act on this resource, and only for this account. Replace the service and the action.',
    text: write({
      Sid: 'AllowOneService',
      Effect: 'Allow',
      Principal: { Service: 'service.amazonaws.com' },
      Action: `${place.self ? serviceOf(place.self) : 'service'}:Action`,
      Resource: place.self ?? 'arn:aws:service:region:account:resource',
      Condition: { StringEquals: { 'aws:SourceAccount': place.account } },
    }),
  };
}

const accountStatement = (account: string): object => ({
  Sid: 'EnableIamPolicies',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: 'kms:*',
  Resource: '*',
});

function keyDefault(account: string): PolicyTemplate {
  return {
    id: 'key-default',
    title: 'Default key policy',
    help: 'The account statement lets identity policies of this account decide. Without it they have no effect on the key.',
    text: write(accountStatement(account)),
  };
}

function keyWithService(account: string): PolicyTemplate {
  return {
    id: 'key-service',
    title: 'Default key policy and one service',
    help: 'Adds a statement for a service that uses the key in its own name. In a key policy, Resource "*" is this key. Not every service sends aws:SourceAccount: see its documentation.',
    text: write(accountStatement(account), {
      Sid: 'AllowOneService',
      Effect: 'Allow',
      Principal: { Service: 'service.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  };
}

function endpointFull(): PolicyTemplate {
  return {
    id: 'endpoint-full',
    title: 'Full access (the default)',
    help: 'An endpoint policy is a filter. It never grants anything that other policies do not allow.',
    text: write({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
  };
}

function endpointAccountOnly(account: string): PolicyTemplate {
  return {
    id: 'endpoint-account',
    title: 'Only callers of this account',
    help: 'Requests signed by identities of other accounts do not pass the endpoint.',
    text: write({
      Effect: 'Allow',
      Principal: '*',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': account } },
    }),
  };
}

/** `arn:aws:s3:::bucket` → `s3`. */
function serviceOf(arn: string): string {
  return arn.split(':')[2] ?? 'service';
}
