import { describe, expect, test } from 'vitest';
import { cloudFormation } from '../../src/catalog/sagemaker-model/cloudformation';
import { kind as s3Bucket } from '../../src/catalog/s3-bucket/kind';
import { kind } from '../../src/catalog/sagemaker-model/kind';
import { kind as securityGroup } from '../../src/catalog/security-group/kind';
import { kind as subnet } from '../../src/catalog/subnet/kind';
import { kind as vpc } from '../../src/catalog/vpc/kind';
import { draw } from './drawing';
import { allow, meaning, outcome, role } from './meaning';

const placement = { subnets: ['a', 'b'], securityGroups: ['sg'] };
const drawn = draw({
  v: { kind: vpc },
  a: { kind: subnet, in: 'v' },
  b: { kind: subnet, in: 'v' },
  sg: { kind: securityGroup, in: 'v' },
  bucket: { kind: s3Bucket },
  open: { kind, name: 'Open Model', props: { modelData: 'bucket' } },
  placed: { kind, props: { modelData: 'bucket', ...placement } },
  sealed: { kind, props: { modelData: 'bucket', ...placement, enableNetworkIsolation: true } },
});

test('the name in the ARN is in lower case', () => {
  expect(drawn.ask('open', 'arn')).toBe('arn:aws:sagemaker:us-east-1:111122223333:model/open-model');
});

describe('network', () => {
  test('without subnets it runs in a network of the service, and fetches artifacts there', () => {
    expect(drawn.ask('open', 'network')).toMatchObject({
      withoutSubnets: 'service-managed',
      publicIp: 'never',
      isolated: false,
      listens: [],
    });
    expect(drawn.ask('open', 'requests')).toMatchObject([{ origin: { type: 'platform' } }]);
  });
  test('with subnets the artifacts come through them', () => {
    expect(drawn.ask('placed', 'network')).toMatchObject({ subnets: ['a', 'b'], securityGroups: ['sg'] });
    expect(drawn.ask('placed', 'requests')).toMatchObject([{ origin: { type: 'interfaces', node: 'placed' } }]);
  });
  test('isolation cuts off the container and not the platform', () => {
    expect(drawn.ask('sealed', 'network')).toMatchObject({ isolated: true });
    expect(drawn.ask('sealed', 'requests')).toMatchObject([{ origin: { type: 'platform' } }]);
  });
  test('VpcConfig takes subnets and security groups, or neither', () => {
    expect(kind.complete({ subnets: ['a'] }).issues.map(({ field }) => field)).toEqual(['securityGroups']);
    expect(kind.complete({ securityGroups: ['sg'] }).issues.map(({ field }) => field)).toEqual(['subnets']);
    expect(kind.complete(placement).issues).toEqual([]);
  });
});

test('creating it carries the condition keys; without subnets they are absent, not empty', () => {
  const creation = (id: string) =>
    drawn.ask(id, 'operations')?.find(({ action }) => action === 'sagemaker:CreateModel')?.context;
  expect(creation('sealed')).toEqual({
    'sagemaker:VpcSubnets': ['a', 'b'],
    'sagemaker:VpcSecurityGroupIds': ['sg'],
    'sagemaker:NetworkIsolation': ['true'],
  });
  expect(creation('open')).toEqual({ 'sagemaker:NetworkIsolation': ['false'] });
});

test('who deleted the model is a management event', () => {
  expect(drawn.ask('open', 'operations')?.find(({ action }) => action === 'sagemaker:DeleteModel')?.record).toEqual({
    category: 'management',
    resourceType: 'AWS::SageMaker::Model',
    eventSource: 'sagemaker.amazonaws.com',
    eventName: 'DeleteModel',
  });
});

describe('artifacts', () => {
  const fetching = (service: string, resource: string): string =>
    outcome(
      meaning({
        bucket: { kind: 's3-bucket' },
        role: role(service, allow('s3:GetObject', resource)),
        model: { kind: 'sagemaker-model', props: { role: 'role', modelData: 'bucket' } },
      }),
      'model',
      's3:GetObject',
    );
  test('a prefix is enough', () =>
    expect(fetching('sagemaker.amazonaws.com', 'arn:aws:s3:::bucket/model/*')).toBe('allowed'));
  test('the wrong prefix is not', () =>
    expect(fetching('sagemaker.amazonaws.com', 'arn:aws:s3:::bucket/data/*')).not.toBe('allowed'));
  test('SageMaker must be trusted', () => expect(fetching('lambda.amazonaws.com', '*')).toBe('request.trust-refuses'));
});

test('template', () => {
  expect(cloudFormation(drawn.node('placed') as never).Properties).toMatchObject({
    VpcConfig: { Subnets: [{ Ref: 'a' }, { Ref: 'b' }], SecurityGroupIds: [{ 'Fn::GetAtt': ['sg', 'GroupId'] }] },
    PrimaryContainer: { ModelDataUrl: { 'Fn::Join': ['/', ['s3:/', { Ref: 'bucket' }, 'model/model.tar.gz']] } },
  });
});
