import type { KeyChoice } from '../../engine/encryption/facets';
import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { KeyUse, Operation } from '../../engine/request/facets';
import { apiOperation, apiOperations } from '../api';
import { arnName } from '../arn';
import { delivery } from '../deliveries';
import { keyOr, managedKey } from '../keys';
import { nameOf } from '../neighbour';
import { writtenPolicy } from '../policies';
import { SECRET } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { time } from './time';

type Secret = NodeOf<Props>;

/** AWS adds a hyphen and six random characters to the name; ours are always these. A policy may say `name-??????`. */
const SUFFIX = '-a1B2c3';

function arnOf({ name }: Secret, { account }: FacetContext): string {
  return `arn:aws:secretsmanager:${account.region}:${account.id}:secret:${arnName(name)}${SUFFIX}`;
}

function keyOf({ kmsKey }: Props): KeyChoice {
  return keyOr(kmsKey, managedKey('secretsmanager'));
}

/** "Secret encryption and decryption": Secrets Manager uses the key on behalf of the caller. */
function keyUse(node: Secret, actions: readonly string[], context: FacetContext): readonly KeyUse[] {
  return [
    {
      key: keyOf(node.props),
      actions,
      viaService: `secretsmanager.${context.account.region}.amazonaws.com`,
      context: { 'kms:EncryptionContext:SecretARN': [arnOf(node, context)] },
    },
  ];
}

function operations(node: Secret, context: FacetContext): readonly Operation[] {
  const resource = arnOf(node, context);
  const api = { prefix: 'secretsmanager', resourceType: SECRET, resource } as const;
  return [
    apiOperation(api, 'GetSecretValue', { keys: keyUse(node, ['kms:Decrypt'], context) }),
    apiOperation(api, 'DescribeSecret'),
    apiOperation(api, 'PutSecretValue', { keys: keyUse(node, ['kms:GenerateDataKey', 'kms:Decrypt'], context) }),
    ...apiOperations(api, [
      'UpdateSecretVersionStage',
      'RotateSecret',
      'PutResourcePolicy',
      'DeleteSecret',
      'RestoreSecret',
    ]),
  ];
}

export const facets: Facets<Props> = {
  arn: arnOf,
  resourcePolicy: (node) => {
    const policy = writtenPolicy(node, 'resource policy', 'policy', node.props.policy);
    return { ...(policy && { policy }), required: false };
  },
  operations,
  requests: (node, context) => {
    const to = node.props.rotationFunction;
    if (!to) return [];
    const sourceArn = arnOf(node, context);
    return [
      delivery(node, {
        action: 'lambda:InvokeFunction',
        to,
        field: 'rotationFunction',
        signer: { type: 'service', principal: 'secretsmanager.amazonaws.com', sourceArn },
        does: `has ${nameOf(to, context)} rotate it`,
      }),
    ];
  },
  stores: ({ props }) => [{ id: 'value', label: 'Secret value', field: 'kmsKey', key: keyOf(props), used: true }],
  time,
  cost,
};
