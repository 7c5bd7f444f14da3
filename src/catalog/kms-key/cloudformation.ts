import type { FacetContext, NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { type CloudFormation, defineTemplate, nameTag, policyDocument, present, reference } from '../cloudformation';
import { defaultKeyPolicy } from './default-policy';
import type { Props } from './props';

export const TYPE = 'AWS::KMS::Key';

/** "Asymmetric keys in AWS KMS": services that integrate with KMS take symmetric keys for encryption. */
const ASYMMETRIC =
  'Only symmetric encryption keys are drawn. A key that is asymmetric, or that signs, cannot encrypt for S3, SNS or a volume.';

export function cloudFormation({ id, name, props }: NodeOf<Props>, { account }: FacetContext): CloudFormation {
  return {
    Type: TYPE,
    Properties: present({
      KeyPolicy: props.keyPolicy.trim() === '' ? defaultKeyPolicy(account.id) : policyDocument(props.keyPolicy),
      Enabled: props.enabled,
      EnableKeyRotation: props.enableKeyRotation,
      RotationPeriodInDays: props.enableKeyRotation ? props.rotationPeriodInDays : undefined,
      PendingWindowInDays: props.pendingWindowInDays,
      Tags: nameTag(name),
    }),
    With: {
      Alias: {
        Type: 'AWS::KMS::Alias',
        Properties: { AliasName: `alias/${arnName(name).replace(/[^\w/-]/g, '-')}`, TargetKeyId: reference(id) },
      },
    },
    ...(props.pendingDeletion && {
      Notes: [`${name} waits for its deletion. A template can only make keys that do not.`],
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  arn: 'Arn',
  nodes: {
    [TYPE]: {
      props(reading, { account }) {
        const spec = reading.text('KeySpec') ?? 'SYMMETRIC_DEFAULT';
        const usage = reading.text('KeyUsage') ?? 'ENCRYPT_DECRYPT';
        if (spec !== 'SYMMETRIC_DEFAULT' || usage !== 'ENCRYPT_DECRYPT') return ASYMMETRIC;
        reading.skip('MultiRegion', 'One Region is drawn, so the copies of a key elsewhere are not.');
        const policy = reading.policy('KeyPolicy');
        return {
          // The policy that KMS writes itself is the empty one here.
          keyPolicy: policy === JSON.stringify(defaultKeyPolicy(account.id), null, 2) ? undefined : policy,
          enabled: reading.flag('Enabled'),
          enableKeyRotation: reading.flag('EnableKeyRotation'),
          rotationPeriodInDays: reading.number('RotationPeriodInDays'),
          pendingWindowInDays: reading.number('PendingWindowInDays'),
        };
      },
    },
  },
  parts: {
    'AWS::KMS::Alias': {
      of: ['TargetKeyId'],
      add: (reading) => ({ name: reading.text('AliasName')?.replace(/^alias\//, '') }),
    },
  },
});
