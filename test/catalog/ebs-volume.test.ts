import { describe, expect, test } from 'vitest';
import { cards } from '../../src/catalog/cards';
import { kind } from '../../src/catalog/ebs-volume/kind';
import { linksBetween, refusal } from '../../src/game/legal';
import type { Diagram } from '../../src/model/diagram';
import { firstFailure } from '../../src/model/trace';
import { allow, complaints, key, meaning, role, type Sketch, type Statement } from './meaning';
import { SMALL_VPC } from './small-vpc';

const OWN = { encrypted: true, kmsKey: 'key' };

/** Somebody attaches and creates the volume with a role. */
function admin(volume: Sketch[string]['props'], ...statements: readonly Statement[]) {
  const facts = meaning({
    ...SMALL_VPC,
    key: key(),
    volume: { kind: 'ebs-volume', props: volume ?? {} },
    server: { kind: 'ec2-instance', in: 'a', props: { volumes: ['volume'] } },
    role: role('ec2.amazonaws.com', allow(['ec2:AttachVolume', 'ec2:CreateVolume']), ...statements),
    admin: { kind: 'person', props: { role: 'role' } },
  });
  return ['ec2:AttachVolume', 'ec2:CreateVolume'].map((action) => {
    const { trace } = facts.walk({
      id: action,
      from: 'admin',
      signer: { type: 'identity', node: 'role' },
      origin: { type: 'internet' },
      action,
      to: 'volume',
      purpose: 'call',
      title: action,
    });
    return trace.allowed ? 'allowed' : firstFailure(trace)?.reason.code;
  });
}

describe('attaching and creating', () => {
  test('needs no key without your key', () => {
    expect(admin({})).toEqual(['allowed', 'allowed']);
    expect(admin({ encrypted: true })).toEqual(['allowed', 'allowed']);
  });
  test('under your key takes a grant to attach and a data key to create', () => {
    expect(admin(OWN)).toEqual(['iam.identity-silent', 'iam.identity-silent']);
    expect(admin(OWN, allow(['kms:DescribeKey', 'kms:CreateGrant']))).toEqual(['allowed', 'iam.identity-near-action']);
    expect(admin(OWN, allow(['kms:DescribeKey', 'kms:CreateGrant', 'kms:GenerateDataKeyWithoutPlaintext']))).toEqual([
      'allowed',
      'allowed',
    ]);
  });
  test('the grant may be bound to AWS resources', () => {
    const bound = { ...allow('kms:CreateGrant'), Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } };
    expect(admin(OWN, allow('kms:DescribeKey'), bound)[0]).toBe('allowed');
  });
  test('a guardrail can keep unencrypted ones out', () => {
    const denies = { Effect: 'Deny', Action: '*', Resource: '*', Condition: { Bool: { 'ec2:Encrypted': 'false' } } };
    expect(admin({}, denies)[1]).toBe('iam.explicit-deny-condition');
    expect(admin({ encrypted: true }, denies)[1]).toBe('allowed');
  });
});

test('one volume, one instance; io2 may have more', () => {
  const shared = (volumeType: string) =>
    complaints(
      meaning({
        ...SMALL_VPC,
        volume: { kind: 'ebs-volume', props: { volumeType } },
        one: { kind: 'ec2-instance', in: 'a', props: { volumes: ['volume'] } },
        two: { kind: 'ec2-instance', in: 'a', props: { volumes: ['volume'] } },
      }),
      'volume',
    );
  expect(shared('gp3')).toEqual(['volumeType']);
  expect(shared('io2')).toEqual([]);
});

test('SageMaker makes its own volumes', () => {
  const place = (id: string, kindId: string) => ({ id, kind: kindId, name: id, position: { x: 0, y: 0 }, props: {} });
  const diagram: Diagram = {
    nodes: {
      volume: place('volume', 'ebs-volume'),
      notebook: place('notebook', 'sagemaker-notebook'),
      server: place('server', 'ec2-instance'),
    },
  };
  expect(refusal(diagram, cards, 'volume', 'notebook')).toMatch(/SageMaker makes and manages its own volumes/);
  expect(linksBetween(diagram, cards, 'volume', 'server').map(({ from, link }) => `${from} ${link.label}`)).toEqual([
    'server has attached',
  ]);
});

test('encryption is off unless somebody says so', () => {
  expect(kind.complete({}).props).toMatchObject({ encrypted: false, volumeType: 'gp3' });
  expect(kind.complete({ kmsKey: 'key' }).issues.map(({ field }) => field)).toEqual(['kmsKey']);
  const keys = (props: Sketch[string]['props']) =>
    meaning({ volume: { kind: 'ebs-volume', props: props ?? {} } }).stores.map(({ store }) => store.key);
  expect(keys({})).toEqual([{ type: 'none' }]);
  expect(keys({ encrypted: true })).toEqual([{ type: 'aws-managed', alias: 'aws/ebs' }]);
  expect(keys(OWN)).toEqual([{ type: 'customer-managed', node: 'key' }]);
});
