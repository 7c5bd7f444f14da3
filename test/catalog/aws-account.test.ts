import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { say } from '../../src/engine/wording';
import { exportTemplate } from '../../src/game/template/export-template';
import { importTemplate } from '../../src/game/template/import-template';
import type { Account } from '../../src/model/account';
import { Account as AccountSchema } from '../../src/model/account';
import type { DiagramNode } from '../../src/model/diagram';
import { allow, meaning, outcome, policy, role, type Sketch, type Statement } from './meaning';

const HOME = '111122223333';
const OTHER = '444455556666';
const ORGANIZATION = 'o-a1b2c3d4e5';

const frame = (props: Statement = {}): Sketch[string] => ({
  kind: 'aws-account',
  props: { ...props } as DiagramNode['props'],
});
const user = (...statements: readonly Statement[]): Sketch[string] => ({
  kind: 'iam-user',
  props: { policies: [{ name: 'permissions', document: policy(...statements) }] },
});
const person = (as: DiagramNode['props'], action: string, target: string): Sketch[string] => ({
  kind: 'person',
  props: { ...as, calls: [{ action, target }] },
});
const bucket = (...statements: readonly Statement[]): Sketch[string] => ({
  kind: 's3-bucket',
  props: statements.length > 0 ? { policy: policy(...statements) } : {},
});
const to = (who: string, statement: Statement): Statement => ({ ...statement, Principal: { AWS: who } });
const GET = 's3:GetObject';
const ASSUME = 'sts:AssumeRole';

/** Somebody of the main account asks a bucket of the other one. */
const read = (
  props: { readonly user?: readonly Statement[]; readonly bucket?: readonly Statement[] },
  account: Partial<Account> = {},
  other: Statement = {},
) =>
  outcome(
    meaning(
      {
        other: frame(other),
        ana: user(...(props.user ?? [allow('s3:*')])),
        me: person({ user: 'ana' }, GET, 'data'),
        data: { ...bucket(...(props.bucket ?? [])), in: 'other' },
      },
      account,
    ),
    'me',
    GET,
  );

test('the ARNs of what stands in it carry its number', () => {
  const facts = meaning({
    other: frame({ accountId: '777788889999' }),
    key: { kind: 'kms-key', in: 'other' },
    net: { kind: 'vpc', in: 'other' },
    part: { kind: 'subnet', in: 'net' },
    ours: { kind: 'kms-key' },
  });
  for (const id of ['key', 'net', 'part']) expect(facts.arn(id), id).toContain(':777788889999:');
  expect(facts.arn('ours')).toContain(`:${HOME}:`);
  expect(facts.problems.filter(({ reason }) => reason.code === 'graph.wrong-container')).toEqual([]);
});

describe('a number of its own, on the canvas', () => {
  test.each([
    ['the number of the main account', { other: frame({ accountId: HOME }) }, 1],
    ['two frames of one number', { one: frame(), two: frame() }, 2],
    ['a frame in a frame', { one: frame(), two: { ...frame({ accountId: '777788889999' }), in: 'one' } }, 1],
    ['two numbers', { one: frame(), two: frame({ accountId: '777788889999' }) }, 0],
  ] as const)('%s', (_, sketch, refusals) => {
    const found = meaning(sketch).problems.filter(({ fields }) => fields?.some(({ field }) => field === 'accountId'));
    expect(found).toHaveLength(refusals);
  });
});

describe('a bucket of another account (IAM User Guide, cross-account policy evaluation logic)', () => {
  const account = `arn:aws:iam::${HOME}:root`;
  test.each([
    ['no bucket policy', {}, 'iam.cross-account-none'],
    ['both sides allow', { bucket: [to(account, allow(GET, '*'))] }, 'allowed'],
    ['only the bucket allows', { user: [allow('sqs:*')], bucket: [to(account, allow(GET))] }, 'iam.identity-silent'],
    [
      'the policy names somebody else',
      { bucket: [to('arn:aws:iam::777788889999:root', allow(GET))] },
      'iam.resource-near-principal',
    ],
    [
      'for the owner of the bucket only',
      {
        bucket: [
          {
            ...to(account, allow(GET)),
            Condition: { StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } },
          },
        ],
      },
      'iam.resource-near-condition',
    ],
  ] as const)('%s', (_, props, verdict) => {
    expect(read(props)).toBe(verdict);
  });

  test('Block Public Access closes a bucket that is open to all to the other account', () => {
    expect(read({ bucket: [{ ...allow(GET), Principal: '*' }] })).toBe('iam.public-access-blocked');
  });

  test('policies of the organization bind its members', () => {
    const open = { bucket: [to(account, allow(GET))] };
    const closed = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };
    const rcps = [{ level: 'Root', policies: [{ name: 'p', document: policy(closed) }] }];
    expect(read(open, { rcps })).toBe('iam.explicit-deny');
    expect(read(open, { rcps }, { inOrganization: false })).toBe('allowed');
    expect(read(open, { rcps, managementAccount: true })).toBe('iam.explicit-deny');
  });

  test('the organization of either side is known', () => {
    const members = (key: string) => ({
      bucket: [{ ...to(account, allow(GET)), Condition: { StringEquals: { [key]: ORGANIZATION } } }],
    });
    const organization = { organization: ORGANIZATION };
    expect(read(members('aws:PrincipalOrgID'), organization)).toBe('allowed');
    expect(read(members('aws:ResourceOrgID'), organization)).toBe('allowed');
    expect(read(members('aws:ResourceOrgID'), organization, { inOrganization: false })).toBe(
      'iam.resource-near-missing-key',
    );
    expect(read(members('aws:PrincipalOrgID'), organization, { inOrganization: false })).toBe('allowed');
  });
});

describe('a role of another account', () => {
  const trusting = (who: string): Sketch[string] => ({
    kind: 'iam-role',
    in: 'other',
    props: { trustPolicy: policy({ Effect: 'Allow', Principal: { AWS: who }, Action: ASSUME }) },
  });
  const assume = (mine: Statement, who: string) =>
    outcome(
      meaning({
        other: frame(),
        ana: user(mine),
        me: person({ user: 'ana' }, ASSUME, 'auditor'),
        auditor: trusting(who),
      }),
      'me',
      ASSUME,
    );
  test('takes its trust policy and a policy of the caller', () => {
    const arn = `arn:aws:iam::${OTHER}:role/auditor`;
    const ana = `arn:aws:iam::${HOME}:user/ana`;
    expect(assume(allow(ASSUME, arn), ana)).toBe('allowed');
    expect(assume(allow(ASSUME, arn), `arn:aws:iam::${HOME}:root`)).toBe('allowed');
    expect(assume(allow('s3:*'), ana)).toBe('iam.identity-silent');
    expect(assume(allow(ASSUME, arn), `arn:aws:iam::${OTHER}:root`)).toBe('iam.resource-near-principal');
  });

  test('is not taken by a service of this one', () => {
    const facts = meaning({
      other: frame(),
      work: { ...role('lambda.amazonaws.com', allow('*')), in: 'other' },
      job: { kind: 'lambda-function', props: { role: 'work', calls: [{ action: GET, target: 'data' }] } },
      data: bucket(),
    });
    expect(outcome(facts, 'job', GET)).toBe('request.role-elsewhere');
    const step = facts.requests.find(({ spec }) => spec.from === 'job')?.trace.steps.at(-1);
    expect(step && say(step.reason)).toMatch(new RegExp(`belongs to account ${OTHER}`));
  });
});

describe('a key of another account', () => {
  const arn = (facts: ReturnType<typeof meaning>) => facts.arn('key') ?? '';
  const sketch = (
    keyPolicy: Statement,
    bucketProps: DiagramNode['props'] = { encryption: 'sse-kms', kmsKey: 'key' },
  ): Sketch => ({
    other: frame(),
    ana: user(allow(['s3:*', 'kms:*'])),
    me: person({ user: 'ana' }, GET, 'data'),
    data: {
      kind: 's3-bucket',
      in: 'other',
      props: { ...bucketProps, policy: policy(to(`arn:aws:iam::${HOME}:root`, allow(GET))) },
    },
    key: { kind: 'kms-key', in: 'other', props: { keyPolicy: policy(keyPolicy) } },
  });
  test('takes its key policy and a policy of the caller', () => {
    const own = to(`arn:aws:iam::${OTHER}:root`, allow('kms:*'));
    const shared = to(`arn:aws:iam::${HOME}:root`, allow('kms:*'));
    expect(outcome(meaning(sketch(own)), 'me', GET)).toBe('iam.resource-near-principal');
    expect(outcome(meaning(sketch(shared)), 'me', GET)).toBe('allowed');
    expect(arn(meaning(sketch(shared)))).toContain(OTHER);
    const callers = { ...shared, Condition: { StringEquals: { 'kms:CallerAccount': HOME } } };
    expect(outcome(meaning(sketch(callers)), 'me', GET)).toBe('allowed');
  });

  test('an AWS managed key cannot be shared', () => {
    const own = to(`arn:aws:iam::${OTHER}:root`, allow('kms:*'));
    expect(outcome(meaning(sketch(own, { encryption: 'sse-kms-aws-managed' })), 'me', GET)).toBe(
      'request.key-aws-managed-refuses-account',
    );
  });
});

test('a trail records what happens in its own account', () => {
  const recorded = (where: Sketch[string]['in']) =>
    meaning({
      other: frame(),
      ana: user(allow('s3:*')),
      me: person({ user: 'ana' }, GET, 'data'),
      data: bucket(),
      logs: {
        ...bucket({
          Effect: 'Allow',
          Principal: { Service: 'cloudtrail.amazonaws.com' },
          Action: 's3:*',
          Resource: '*',
        }),
        ...(where !== undefined && { in: where }),
      },
      trail: {
        kind: 'cloudtrail-trail',
        props: { bucket: 'logs', dataEvents: ['AWS::S3::Object'] },
        ...(where !== undefined && { in: where }),
      },
    })
      .requests.find(({ spec }) => spec.from === 'me')
      ?.trace.steps.at(-1)?.reason.code;
  expect(recorded(undefined)).toBe('request.recorded');
  expect(recorded('other')).toBe('request.not-recorded');
});

describe('as a template', () => {
  const nodes: Record<string, DiagramNode> = {
    other: { id: 'other', kind: 'aws-account', name: 'partner', position: { x: 0, y: 0 }, props: {} },
    key: { id: 'key', kind: 'kms-key', name: 'shared', parent: 'other', position: { x: 20, y: 60 }, props: {} },
    data: {
      id: 'data',
      kind: 's3-bucket',
      name: 'data',
      position: { x: 600, y: 0 },
      props: { encryption: 'sse-kms', kmsKey: 'key' },
    },
  };
  const { json, notes } = exportTemplate({ nodes }, catalog);

  test('the stack makes what the main account has, and names the rest by its ARN', () => {
    const { Resources } = JSON.parse(json) as { Resources: Record<string, { Type: string }> };
    expect(Object.values(Resources).map(({ Type }) => Type)).toEqual(['AWS::S3::Bucket']);
    expect(JSON.stringify(Resources)).toContain(`:${OTHER}:key/`);
    expect(notes.join(' ')).toContain(`shared: of account ${OTHER}. Deploy it there`);
  });

  test('reading it again gives the same drawing', () => {
    const back = importTemplate(json, catalog, AccountSchema.parse({}));
    expect(back.diagram?.nodes).toEqual(nodes);
  });
});
