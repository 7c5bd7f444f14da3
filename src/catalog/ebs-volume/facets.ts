import type { KeyChoice } from '../../engine/encryption/facets';
import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Refusal } from '../../engine/refusal-facets';
import type { KeyUse, Operation } from '../../engine/request/facets';
import { apiOperation } from '../api';
import { ec2Arn } from '../arn';
import { keyOr, managedKey } from '../keys';
import { VOLUME } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { time } from './time';

type Volume = NodeOf<Props>;

function keyOf({ encrypted, kmsKey }: Props): KeyChoice {
  return encrypted ? keyOr(kmsKey, managedKey('ebs')) : { type: 'none' };
}

/**
 * "How Amazon EBS encryption works": creating makes a data key; attaching makes a grant, by which EC2 has the data key
 * decrypted for the instance. Both on behalf of the caller; the instance's own role needs nothing.
 */
function keyUse({ props }: Volume, actions: readonly string[], { account }: FacetContext): readonly KeyUse[] {
  return [{ key: keyOf(props), actions, viaService: `ec2.${account.region}.amazonaws.com` }];
}

function operations(node: Volume, context: FacetContext): readonly Operation[] {
  const { encrypted, sizeGb, volumeType } = node.props;
  const api = {
    prefix: 'ec2',
    resourceType: VOLUME,
    resource: ec2Arn('volume', node, context),
  } as const;
  const keys = (...actions: readonly string[]) => keyUse(node, actions, context);
  const facts = {
    'ec2:Encrypted': [String(encrypted)],
    'ec2:VolumeType': [volumeType],
    'ec2:VolumeSize': [String(sizeGb)],
  };
  return [
    apiOperation(api, 'AttachVolume', { context: facts, keys: keys('kms:DescribeKey', 'kms:CreateGrant') }),
    apiOperation(api, 'CreateVolume', {
      context: facts,
      keys: keys('kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext'),
    }),
    apiOperation(api, 'CreateSnapshot', { context: facts }),
    apiOperation(api, 'DetachVolume', { context: facts }),
    apiOperation(api, 'DeleteVolume', { context: facts }),
  ];
}

/** A volume of most types is attached to one instance at a time ("Attach an EBS volume to multiple instances"). */
function refusals({ id, props }: Volume, context: FacetContext): readonly Refusal[] {
  const users = context.referrers(id).filter(({ pattern }) => pattern === 'volumes[]');
  if (users.length < 2 || props.volumeType === 'io2') return [];
  const names = users.map(({ node }) => node.name).join(' and ');
  return [
    {
      field: 'volumeType',
      message: `It is attached to ${names}. Only io2 volumes can be attached to more than one instance.`,
    },
  ];
}

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('volume', node, context),
  operations,
  refusals,
  stores: ({ props }) => [{ id: 'volume', label: 'Volume', field: 'encrypted', key: keyOf(props), used: true }],
  time,
  cost,
};
