import type { KeyChoice } from '../../engine/encryption/facets';
import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { KeyUse, Operation } from '../../engine/request/facets';
import { apiOperation, apiOperations, guardedActions } from '../api';
import { PULL_ACTIONS, REGISTRY_TOKEN } from '../images';
import { keyOr, managedKey, SSE_S3 } from '../keys';
import { writtenPolicy } from '../policies';
import { REPOSITORY, repositoryName } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { time } from './time';

type Repository = NodeOf<Props>;

function arnOf({ name }: Repository, { account }: FacetContext): string {
  return `arn:aws:ecr:${account.region}:${account.id}:repository/${repositoryName(name)}`;
}

function keyOf({ encryption, kmsKey }: Props): KeyChoice {
  return encryption === 'aes-256' ? SSE_S3 : keyOr(kmsKey, managedKey('ecr'));
}

/** "Encryption at rest": ECR uses the key by grants that it makes for whoever creates the repository. */
function keyUse({ props }: Repository, action: string, { account }: FacetContext, granted: boolean): readonly KeyUse[] {
  return [{ key: keyOf(props), actions: [action], viaService: `ecr.${account.region}.amazonaws.com`, granted }];
}

/** Docker clients ask ecr.api for a token and ecr.dkr for the image ("Amazon ECR interface VPC endpoints"). */
function operations(node: Repository, context: FacetContext): readonly Operation[] {
  const api = { prefix: 'ecr', service: 'ecr.api', resourceType: REPOSITORY, resource: arnOf(node, context) } as const;
  const docker = { ...api, service: 'ecr.dkr' } as const;
  const name = (action: string) => action.slice('ecr:'.length);
  const reading = keyUse(node, 'kms:Decrypt', context, true);
  return [
    ...PULL_ACTIONS.map((action) => apiOperation(docker, name(action), { keys: reading })),
    ...['InitiateLayerUpload', 'UploadLayerPart', 'CompleteLayerUpload', 'PutImage'].map((upload) =>
      apiOperation(docker, upload, { keys: keyUse(node, 'kms:GenerateDataKey', context, true) }),
    ),
    apiOperation(api, name(REGISTRY_TOKEN), { resource: '*' }),
    apiOperation(api, 'CreateRepository', { keys: keyUse(node, 'kms:CreateGrant', context, false) }),
    ...apiOperations(api, ['SetRepositoryPolicy', 'BatchDeleteImage', 'DeleteRepository']),
  ];
}

export const facets: Facets<Props> = {
  arn: arnOf,
  resourcePolicy: (node, context) => {
    const policy = writtenPolicy(node, 'repository policy', 'policy', node.props.policy);
    return {
      ...(policy && { policy }),
      required: false,
      type: 'attached',
      actions: guardedActions(operations(node, context)),
    };
  },
  operations,
  stores: ({ props }) => [{ id: 'images', label: 'Images', field: 'encryption', key: keyOf(props), used: true }],
  time,
  cost,
};
