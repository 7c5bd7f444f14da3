import type { NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { attribute, type CloudFormation, defineTemplate, policyDocument, present, reference } from '../cloudformation';
import type { Props } from './props';

export const SECRET = 'AWS::SecretsManager::Secret';
const DAYS = 'RotationRules.AutomaticallyAfterDays';

/** No value is written down: AWS makes one up. */
export function cloudFormation({ id, name, props }: NodeOf<Props>): CloudFormation {
  return {
    Type: SECRET,
    Properties: present({
      Name: arnName(name),
      KmsKeyId: props.kmsKey ? attribute(props.kmsKey, 'Arn') : undefined,
      GenerateSecretString: { PasswordLength: 32 },
    }),
    With: {
      ...(props.policy.trim() !== '' && {
        Policy: {
          Type: 'AWS::SecretsManager::ResourcePolicy',
          Properties: { SecretId: reference(id), ResourcePolicy: policyDocument(props.policy) },
        },
      }),
      ...(props.rotationFunction && {
        Rotation: {
          Type: 'AWS::SecretsManager::RotationSchedule',
          Properties: {
            SecretId: reference(id),
            RotationLambdaARN: attribute(props.rotationFunction, 'Arn'),
            RotationRules: { AutomaticallyAfterDays: props.rotationDays },
          },
        },
      }),
    },
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  nodes: {
    [SECRET]: {
      name: 'Name',
      props(reading) {
        reading.skip('GenerateSecretString', 'The value itself is not simulated.');
        reading.skip('SecretString', 'The value itself is not simulated, and does not belong in a template.');
        return { kmsKey: reading.ref('KmsKeyId') };
      },
    },
  },
  parts: {
    'AWS::SecretsManager::ResourcePolicy': {
      of: ['SecretId'],
      add: (reading) => ({ props: { policy: reading.policy('ResourcePolicy') } }),
    },
    'AWS::SecretsManager::RotationSchedule': {
      of: ['SecretId'],
      add: (reading) => ({
        props: { rotationFunction: reading.ref('RotationLambdaARN'), rotationDays: reading.number(DAYS) },
      }),
    },
  },
});
