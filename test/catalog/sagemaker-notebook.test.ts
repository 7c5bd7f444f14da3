import { expect, test } from 'vitest';
import { cloudFormation } from '../../src/catalog/sagemaker-notebook/cloudformation';
import { kind } from '../../src/catalog/sagemaker-notebook/kind';
import { kind as securityGroup } from '../../src/catalog/security-group/kind';
import { kind as subnet } from '../../src/catalog/subnet/kind';
import { kind as vpc } from '../../src/catalog/vpc/kind';
import { draw, monthly } from './drawing';

const drawn = draw({
  v: { kind: vpc, props: { defaultSecurityGroup: 'default' } },
  default: { kind: securityGroup, in: 'v' },
  a: { kind: subnet, in: 'v' },
  open: { kind },
  half: { kind, props: { subnet: 'a' } },
  closed: { kind, props: { subnet: 'a', directInternetAccess: false, rootAccess: false, imdsV2: true, kmsKey: 'key' } },
});

test('the defaults of AWS are open', () => {
  expect(kind.complete({}).props).toMatchObject({ directInternetAccess: true, rootAccess: true, imdsV2: false });
});

test('a subnet does not close the internet; only the switch does', () => {
  expect(drawn.ask('half', 'network')).toMatchObject({
    subnets: ['a'],
    securityGroups: ['default'],
    directInternet: true,
  });
  expect(drawn.ask('closed', 'network')).toMatchObject({ subnets: ['a'], directInternet: false, publicIp: 'never' });
  expect(drawn.ask('open', 'network')).toMatchObject({
    subnets: [],
    withoutSubnets: 'service-managed',
    directInternet: true,
  });
});

test('direct internet access can be off only with a subnet', () => {
  expect(kind.complete({ directInternetAccess: false }).issues.map(({ field }) => field)).toEqual([
    'directInternetAccess',
  ]);
  expect(kind.complete({ directInternetAccess: false, subnet: 'a' }).issues).toEqual([]);
});

test('opening it is asking for a presigned URL', () => {
  expect(drawn.ask('open', 'operations')?.[0]?.action).toBe('sagemaker:CreatePresignedNotebookInstanceUrl');
});

test('creating it carries what a guardrail looks at', () => {
  expect(
    drawn.ask('closed', 'operations')?.find(({ action }) => action === 'sagemaker:CreateNotebookInstance')?.context,
  ).toMatchObject({
    'sagemaker:DirectInternetAccess': ['Disabled'],
    'sagemaker:RootAccess': ['Disabled'],
    'sagemaker:MinimumInstanceMetadataServiceVersion': ['2'],
  });
});

test('the volume has your key, or one that you never see', () => {
  expect(drawn.ask('closed', 'stores')).toMatchObject([{ key: { type: 'customer-managed', node: 'key' } }]);
  expect(drawn.ask('open', 'stores')).toMatchObject([{ key: { type: 'aws-owned' } }]);
  expect(drawn.ask('closed', 'requests')).toMatchObject([{ action: 'kms:CreateGrant', purpose: 'setup' }]);
});

test('template and cost', () => {
  expect(cloudFormation(drawn.node('closed') as never).Properties).toMatchObject({
    DirectInternetAccess: 'Disabled',
    InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' },
  });
  expect(monthly(drawn.ask('open', 'cost'))).toBeCloseTo(0.05 * 730 + 5 * 0.14);
});
