import type { NodeOf } from '../../engine/facets';
import { attribute, type CloudFormation, defineTemplate, present, writtenDocument } from '../cloudformation';
import type { Props } from './props';

export const REPOSITORY = 'AWS::ECR::Repository';

/** Lower case, digits, and single hyphens between them. */
export function repositoryName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.length < 2 ? `image-${plain || 'unnamed'}` : plain;
}

export function cloudFormation({ name, props }: NodeOf<Props>): CloudFormation {
  return {
    Type: REPOSITORY,
    Properties: present({
      RepositoryName: repositoryName(name),
      ImageScanningConfiguration: { ScanOnPush: props.scanOnPush },
      ImageTagMutability: props.immutableTags ? 'IMMUTABLE' : 'MUTABLE',
      EncryptionConfiguration: present({
        EncryptionType: props.encryption === 'kms' ? 'KMS' : 'AES256',
        KmsKey: props.encryption === 'kms' && props.kmsKey ? attribute(props.kmsKey, 'Arn') : undefined,
      }),
      RepositoryPolicyText: writtenDocument(props.policy),
    }),
  };
}

const TYPES: Readonly<Record<string, Props['encryption']>> = { KMS: 'kms', AES256: 'aes-256' };

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  arn: 'Arn',
  nodes: {
    [REPOSITORY]: {
      name: 'RepositoryName',
      props(reading) {
        const type = reading.text('EncryptionConfiguration.EncryptionType');
        const mutability = reading.text('ImageTagMutability');
        return {
          scanOnPush: reading.flag('ImageScanningConfiguration.ScanOnPush'),
          immutableTags: mutability === undefined ? undefined : mutability.startsWith('IMMUTABLE'),
          encryption: type === undefined ? undefined : (TYPES[type] ?? type),
          kmsKey: reading.ref('EncryptionConfiguration.KmsKey'),
          policy: reading.policy('RepositoryPolicyText'),
        };
      },
    },
  },
});
