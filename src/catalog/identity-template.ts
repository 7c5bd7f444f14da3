import type { FacetContext } from '../engine/facets';
import type { NodeId } from '../model/diagram';
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
import { textAt } from './neighbour';
import type { Carrier, Policies } from './policies';

interface Identity extends Carrier {
  readonly permissionsBoundary: string;
}
type Owner = 'Role' | 'User' | 'Group';

export function managedArns(ids: readonly NodeId[]): Json | undefined {
  return ids.length > 0 ? ids.map(reference) : undefined;
}

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

/** So an identity may do less here than in AWS, and a denial is missing as well. */
function withoutText(arn: string | undefined): string {
  const whose = arn?.includes(':iam::aws:policy/') ? 'AWS writes this policy, and its' : 'Its';
  return `${whose} text is not in the template. Nothing that it allows or denies counts here.`;
}

/** What roles, users and groups share. A managed policy that is drawn is referred to; the text of any other is taken over. */
export function readCarrier(reading: Reading, context: FacetContext): ReadProps<Carrier> {
  const inline = reading.list('Policies').map((one, index) => ({
    name: one.text('PolicyName') ?? `policy-${index + 1}`,
    document: one.policy('PolicyDocument') ?? '',
  }));
  const managedPolicies: NodeId[] = [];
  const attached = reading.list('ManagedPolicyArns').flatMap((one) => {
    const drawn = one.ref('');
    if (drawn !== undefined && context.hasTrait(drawn, 'managed-policy')) {
      managedPolicies.push(drawn);
      return [];
    }
    const policy = one.follow('');
    if (policy) return [managed(policy)];
    one.skip('', withoutText(one.text('')));
    return [];
  });
  const policies = [...inline, ...attached];
  return {
    policies: policies.length > 0 ? policies : undefined,
    managedPolicies: managedPolicies.length > 0 ? managedPolicies : undefined,
  };
}

/** What roles and users share. */
export function readIdentity(reading: Reading, context: FacetContext): ReadProps<Identity> {
  const path = 'PermissionsBoundary';
  const drawn = context.node(reading.ref(path));
  const followed = drawn ? undefined : reading.follow(path);
  if (reading.has(path) && !drawn && !followed) {
    reading.skip(path, 'The text of this boundary is not in the template.');
  }
  return {
    ...readCarrier(reading, context),
    permissionsBoundary: drawn ? textAt(drawn, 'document') : followed?.policy('PolicyDocument'),
  };
}

/** Policies that name the identity, instead of the other way round. */
export function policyReaders<P extends Carrier>(owner: Owner): Readonly<Record<string, PartReader<P>>> {
  const reader = (of: string, read: (reading: Reading) => Json): PartReader<P> => ({
    of: [of],
    add: (reading, { props }) => {
      const policies: Json = [...props.policies, read(reading)];
      const found: ReadProps<Carrier> = { policies };
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
