import type { Json } from '../model/json';
import {
  type CloudFormationPart,
  part,
  type PartReader,
  policyDocument,
  reference,
  type Reading,
  type ReadProps,
} from './cloudformation';
import type { Policies } from './policies';

interface Identity {
  readonly policies: Policies;
  readonly permissionsBoundary: string;
}
type Owner = 'Role' | 'User';

/** IAM takes these characters in the name of a policy. */
function policyName(name: string): string {
  return name.replace(/[^\w+=,.@-]+/g, '-').slice(0, 128) || 'policy';
}

/**
 * Policies stand beside their identity: a key may name the role in its policy and the role's policy the key, and
 * neither then waits for the other.
 */
export function policyParts(id: string, owner: Owner, policies: Policies): Record<string, CloudFormationPart> {
  return Object.fromEntries(
    policies.map(({ name, document }, index): [string, CloudFormationPart] => [
      `Policy${index}`,
      {
        Type: `AWS::IAM::${owner}Policy`,
        Properties: {
          PolicyName: policyName(name),
          [`${owner}Name`]: reference(id),
          PolicyDocument: policyDocument(document),
        },
        needed: true,
      },
    ]),
  );
}

/** A boundary is a managed policy of its own that the identity names. */
export function boundaryPart(id: string, text: string): { boundary?: Json; parts: Record<string, CloudFormationPart> } {
  if (text.trim() === '') return { parts: {} };
  return {
    boundary: reference(part(id, 'Boundary')),
    parts: {
      Boundary: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: policyDocument(text) } },
    },
  };
}

function managed(reading: Reading): Json {
  return {
    name: reading.text('ManagedPolicyName') ?? reading.logicalId,
    document: reading.policy('PolicyDocument') ?? '',
  };
}

/** What roles and users share. */
export function readIdentity(reading: Reading): ReadProps<Identity> {
  const inline = reading.list('Policies').map((one, index) => ({
    name: one.text('PolicyName') ?? `policy-${index + 1}`,
    document: one.policy('PolicyDocument') ?? '',
  }));
  const attached = reading.list('ManagedPolicyArns').flatMap((one) => {
    const policy = one.follow('');
    if (policy) return [managed(policy)];
    one.skip('', 'The text of this managed policy is not in the template.');
    return [];
  });
  const policies = [...inline, ...attached];
  if (reading.has('PermissionsBoundary') && !reading.follow('PermissionsBoundary')) {
    reading.skip('PermissionsBoundary', 'The text of this boundary is not in the template.');
  }
  return {
    policies: policies.length > 0 ? policies : undefined,
    permissionsBoundary: reading.follow('PermissionsBoundary')?.policy('PolicyDocument'),
  };
}

/** Policies that name the identity, instead of the other way round. */
export function policyReaders<P extends Identity>(owner: Owner): Readonly<Record<string, PartReader<P>>> {
  const reader = (of: string, read: (reading: Reading) => Json): PartReader<P> => ({
    of: [of],
    add: (reading, { props }) => {
      const policies: Json = [...props.policies, read(reading)];
      const found: ReadProps<Identity> = { policies };
      return { props: found as ReadProps<P> };
    },
  });
  const inline = (reading: Reading): Json => ({
    name: reading.text('PolicyName') ?? reading.logicalId,
    document: reading.policy('PolicyDocument') ?? '',
  });
  return {
    [`AWS::IAM::${owner}Policy`]: reader(`${owner}Name`, inline),
    'AWS::IAM::Policy': reader(`${owner}s`, inline),
    'AWS::IAM::ManagedPolicy': reader(`${owner}s`, managed),
  };
}
