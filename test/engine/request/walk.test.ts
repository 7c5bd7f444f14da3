import { describe, expect, test } from 'vitest';
import { REQUEST_REASONS } from '../../../src/engine/request/reasons';
import { firstFailure } from '../../../src/model/trace';
import { ACCOUNT, allow, changed, codesOf, factsOfAnswers, policyText, Seen } from '../fake';
import { CASES as WAYS } from './cases';
import { KEY_CASES } from './key-cases';
import { app, ASK, gatewayEndpoint, get, nat, subnet, table, WORLD } from './world';

const CASES = [...WAYS, ...KEY_CASES];
const seen = new Seen();

test.each(CASES)('$name', ({ change, ask, account, refused, says }) => {
  const { trace } = factsOfAnswers(changed(WORLD, change), account).walk({ ...ASK, ...ask });
  seen.add(trace.steps);
  expect(firstFailure(trace)?.reason.code).toBe(refused);
  expect(trace.allowed).toBe(refused === undefined);
  expect(codesOf(trace.steps)).toEqual(expect.arrayContaining([...(says ?? [])]));
  if (refused !== undefined) expect(trace.steps.at(-1)?.verdict).toBe('fail');
});

describe('the cases as a whole', () => {
  test('have names and sources of their own', () => {
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
    expect(CASES.filter(({ source }) => source.length < 10)).toEqual([]);
  });
  test('reach every reason but those of other accounts and of sessions, which test/catalog has', () =>
    expect(seen.missing(REQUEST_REASONS)).toEqual([
      'request.takes-role',
      'request.session-limited',
      'request.session-refused',
      'request.role-elsewhere',
      'request.key-aws-managed-refuses-account',
    ]));
  test('fill every place of every sentence', () => expect(seen.unfinished()).toEqual([]));
});

describe('why there is no record', () => {
  const why = (name: string): unknown => {
    const found = CASES.find((one) => one.name === name);
    const { trace } = factsOfAnswers(changed(WORLD, found?.change)).walk(ASK);
    return trace.steps.at(-1)?.reason.values['why'];
  };
  test.each([
    ['there is no trail', 'there is no trail'],
    ['no trail selects the data event', 'data events of AWS::S3::Object are not selected'],
    ['the trail that selects it does not deliver', 'the trail cannot deliver'],
  ])('%s', (name, expected) => expect(why(name)).toBe(expected));
  test('a refused request leaves none', () => {
    const drawing = changed(WORLD, {
      endpoint: null,
      data: {
        operations: [
          { ...get, record: { category: 'management', resourceType: 'x', eventSource: 'x', eventName: 'x' } },
        ],
      },
    });
    expect(
      factsOfAnswers(drawing)
        .walk(ASK)
        .trace.steps.filter(({ kind }) => kind === 'record'),
    ).toEqual([]);
  });
});

describe('several interfaces', () => {
  test('two ways are both told, each with its own decision', () => {
    const drawing = changed(WORLD, {
      endpoint: gatewayEndpoint('s3'),
      app: app(['private', 'second']),
      second: subnet('10.0.2.0/24', { routeTable: 'other' }),
      nat,
      other: table('nat'),
    });
    const { trace, vias } = factsOfAnswers(drawing).walk(ASK);
    expect(trace.allowed).toBe(true);
    expect(vias.map(({ kind }) => kind)).toEqual(['gateway-endpoint', 'nat-gateway']);
    expect(codesOf(trace.steps)).toEqual(expect.arrayContaining(['network.route-to-endpoint', 'network.through-nat']));
    expect(codesOf(trace.steps)).not.toContain('request.other-subnets');
    expect(codesOf(trace.steps).filter((code) => code === 'iam.identity-allows')).toHaveLength(2);
  });
  test('one way from two subnets is decided once, and says from how many', () => {
    const drawing = changed(WORLD, { app: app(['private', 'second']), second: subnet('10.0.2.0/24') });
    const { trace } = factsOfAnswers(drawing).walk(ASK);
    expect(codesOf(trace.steps).filter((code) => code === 'iam.identity-allows')).toHaveLength(1);
    const other = trace.steps.find(({ reason }) => reason.code === 'request.other-subnets');
    expect(other).toMatchObject({ nodes: ['private', 'second'], reason: { values: { count: 2 } } });
  });
});

/** AWS KMS developer guide, "Default key policy": it stands while nobody writes another. */
describe('a policy that AWS writes itself', () => {
  const account = allow('kms:*', { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } });
  const other = allow('kms:*', { Principal: { Service: 'logs.amazonaws.com' } });
  const implied = policyText('key', 'keyPolicy', account).text;
  const keyed = {
    ...get,
    keys: [{ key: { type: 'customer-managed', node: 'key' } as const, actions: ['kms:Decrypt'] }],
  };
  test.each([
    ['counts while none is written', { implied }, true],
    ['counts while the field is empty', { implied, policy: { ...policyText('key', 'keyPolicy'), text: ' ' } }, true],
    ['gives way to a written one', { implied, policy: policyText('key', 'keyPolicy', other) }, false],
    [
      'gives way to one that does not parse',
      { implied, policy: { ...policyText('key', 'keyPolicy'), text: '{' } },
      false,
    ],
  ])('%s', (_, policies, expected) => {
    const drawing = changed(WORLD, {
      data: { operations: [keyed] },
      key: { resourcePolicy: { ...policies, required: true, type: 'key' } },
    });
    expect(factsOfAnswers(drawing).walk(ASK).trace.allowed).toBe(expected);
  });
});

describe('what a request uses', () => {
  test('the action and the keys, also when the packets never arrive', () => {
    const keyed = {
      ...get,
      keys: [
        { key: { type: 'customer-managed', node: 'key' } as const, actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
      ],
    };
    const { used, trace } = factsOfAnswers(changed(WORLD, { endpoint: null, data: { operations: [keyed] } })).walk(ASK);
    expect(trace.allowed).toBe(false);
    expect(used).toEqual([
      { principal: 'role', action: 's3:GetObject', resource: 'arn:aws:s3:::data/object' },
      { principal: 'role', action: 'kms:Decrypt', resource: 'arn:aws:kms:us-east-1:111122223333:key/k-1' },
      { principal: 'role', action: 'kms:GenerateDataKey', resource: 'arn:aws:kms:us-east-1:111122223333:key/k-1' },
    ]);
  });
  test('a key that the service uses by itself is no permission of the caller', () => {
    const keyed = {
      ...get,
      keys: [
        {
          key: { type: 'customer-managed', node: 'key' } as const,
          actions: ['kms:Decrypt'],
          byService: 'logs.amazonaws.com',
        },
      ],
    };
    const { used } = factsOfAnswers(changed(WORLD, { data: { operations: [keyed] } })).walk(ASK);
    expect(used.map(({ action }) => action)).toEqual(['s3:GetObject']);
  });
  test('the resource of the request goes before that of the operation', () => {
    const resource = 'arn:aws:s3:::data/AWSLogs/x';
    expect(factsOfAnswers(WORLD).walk({ ...ASK, resource }).used[0]?.resource).toBe(resource);
  });
});

test('the trace leads to what it rests on: field, statement, nodes', () => {
  const { trace } = factsOfAnswers(WORLD).walk(ASK);
  expect(trace.steps[0]).toMatchObject({ nodes: ['app', 'data'], fields: [{ node: 'app', field: 'calls[0].target' }] });
  expect(trace.steps.find(({ kind }) => kind === 'credentials')).toMatchObject({
    nodes: ['app', 'role'],
    fields: [{ node: 'role', field: 'trustPolicy' }],
    statements: [{ node: 'role', statement: 0 }],
  });
  expect(trace.steps.at(-1)?.nodes).toEqual(['role', 'data', 'endpoint']);
});
