import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { exportTemplate } from '../../src/game/template/export-template';
import { importTemplate } from '../../src/game/template/import-template';
import { allow, meaning, outcome, policy, role, type Sketch } from './meaning';

const READ = policy(allow('s3:GetObject', 'arn:aws:s3:::data/*'));
const DENY = policy({ Effect: 'Deny', Action: 's3:*', Resource: '*' });
const drawn = (user: Sketch[string]['props'], more: Sketch = {}): Sketch => ({
  ana: { kind: 'person', props: { user: 'user', calls: [{ action: 's3:GetObject', target: 'data' }] } },
  user: { kind: 'iam-user', ...(user && { props: user }) },
  data: { kind: 's3-bucket' },
  ...more,
});
const reads = (sketch: Sketch): boolean => {
  const facts = meaning(sketch);
  return facts.requests.some(({ spec, trace }) => spec.action === 's3:GetObject' && trace.allowed);
};
const group = (props: Sketch[string]['props']): Sketch[string] => ({ kind: 'iam-group', ...(props && { props }) });
const readers = group({ policies: [{ name: 'read', document: READ }] });
const reading: Sketch[string] = { kind: 'iam-managed-policy', props: { document: READ } };

describe('what a user may do', () => {
  test.each<[string, Sketch, boolean]>([
    ['nothing by itself', drawn({}), false],
    ['what its group may', drawn({ groups: ['g'] }, { g: readers }), true],
    ['nothing of a group it is not in', drawn({}, { g: readers }), false],
    ['what a managed policy of its own says', drawn({ managedPolicies: ['p'] }, { p: reading }), true],
    [
      'what a managed policy of its group says',
      drawn({ groups: ['g'] }, { g: group({ managedPolicies: ['p'] }), p: reading }),
      true,
    ],
    [
      'not what one of two groups denies',
      drawn({ groups: ['g', 'h'] }, { g: readers, h: group({ policies: [{ name: 'no', document: DENY }] }) }),
      false,
    ],
    [
      'not what its own boundary leaves out',
      drawn({ groups: ['g'], permissionsBoundary: policy(allow('s3:ListBucket')) }, { g: readers }),
      false,
    ],
    ['nothing of a policy that nobody has', drawn({}, { p: reading }), false],
  ])('%s', (_, sketch, expected) => expect(reads(sketch)).toBe(expected));
});

test('a role has managed policies, and no groups', () => {
  const worker = (props: object): Sketch => ({
    fn: { kind: 'lambda-function', props: { role: 'r', calls: [{ action: 's3:GetObject', target: 'data' }] } },
    r: { ...role('lambda.amazonaws.com'), props: { ...role('lambda.amazonaws.com').props, ...props } },
    data: { kind: 's3-bucket' },
    p: reading,
  });
  expect(outcome(meaning(worker({})), 'fn', 's3:GetObject')).not.toBe('allowed');
  expect(outcome(meaning(worker({ managedPolicies: ['p'] })), 'fn', 's3:GetObject')).toBe('allowed');
});

test('the policy that decides is shown where it stands', () => {
  const [text] = meaning(drawn({ groups: ['g'] }, { g: readers })).principals.get('user')?.facet.identity ?? [];
  expect(text).toMatchObject({ node: 'g', field: 'policies[0].document', via: 'g' });
  const broken = meaning({
    r: { kind: 'iam-role', props: { managedPolicies: ['p'] } },
    p: { ...reading, props: { document: '{' } },
  });
  expect(broken.problems.map(({ nodes }) => nodes)).toContainEqual(['p']);
});

describe('templates', () => {
  const USER = { Type: 'AWS::IAM::User', Properties: { UserName: 'ana' } };
  const POLICY = { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: JSON.parse(READ) as object } };
  const read = (resources: Readonly<Record<string, unknown>>) => {
    const { diagram } = importTemplate(JSON.stringify({ Resources: resources }), catalog);
    return Object.values(diagram.nodes);
  };
  test('members and policies by reference', () => {
    const nodes = read({
      P: { ...POLICY, Properties: { ...POLICY.Properties, ManagedPolicyName: 'reading' } },
      G: { Type: 'AWS::IAM::Group', Properties: { GroupName: 'readers', ManagedPolicyArns: [{ Ref: 'P' }] } },
      U: { ...USER, Properties: { ...USER.Properties, Groups: [{ Ref: 'G' }] } },
    });
    const id = (kind: string) => nodes.find((one) => one.kind === kind)?.id;
    expect(nodes.find(({ kind }) => kind === 'iam-user')?.props['groups']).toEqual([id('iam-group')]);
    expect(nodes.find(({ kind }) => kind === 'iam-group')?.props['managedPolicies']).toEqual([
      id('iam-managed-policy'),
    ]);
  });
  test('members that are added', () => {
    const nodes = read({
      U: USER,
      G: { Type: 'AWS::IAM::Group', Properties: { GroupName: 'readers' } },
      A: { Type: 'AWS::IAM::UserToGroupAddition', Properties: { GroupName: { Ref: 'G' }, Users: [{ Ref: 'U' }] } },
    });
    const groups = nodes.find(({ kind }) => kind === 'iam-user')?.props['groups'];
    expect(groups).toEqual([nodes.find(({ kind }) => kind === 'iam-group')?.id]);
  });
  test('a managed policy that names its holders is theirs; a named boundary is read', () => {
    const held = read({ U: USER, P: { ...POLICY, Properties: { ...POLICY.Properties, Users: [{ Ref: 'U' }] } } });
    expect(held.map(({ kind }) => kind)).toEqual(['iam-user']);
    expect(held[0]?.props['policies']).toHaveLength(1);
    const bounded = read({
      U: { ...USER, Properties: { ...USER.Properties, PermissionsBoundary: { Ref: 'P' } } },
      P: { ...POLICY, Properties: { ...POLICY.Properties, ManagedPolicyName: 'limit' } },
    });
    const user = bounded.find(({ kind }) => kind === 'iam-user');
    expect(JSON.parse(String(user?.props['permissionsBoundary']))).toEqual(JSON.parse(READ));
  });
  test('there and back', () => {
    const nodes = Object.entries(drawn({ groups: ['g'] }, { g: group({ managedPolicies: ['p'] }), p: reading })).map(
      ([id, { kind, props }]) => [id, { id, kind, name: id, position: { x: 0, y: 0 }, props: props ?? {} }] as const,
    );
    const diagram = { nodes: Object.fromEntries(nodes) };
    const back = importTemplate(exportTemplate(diagram, catalog).yaml, catalog);
    expect([back.diagram, back.ignored]).toEqual([diagram, []]);
  });
});

test('policies are read where they stand, whether or not somebody has them', () => {
  const facts = meaning(
    drawn(
      { groups: ['g'] },
      { g: readers, p: reading, broken: { kind: 'iam-managed-policy', props: { document: '{' } } },
    ),
  );
  const read = (id: string) =>
    facts.identityPolicies.get(id)?.map(({ node, statements }) => `${node} ${statements.length}`);
  expect([read('user'), read('g'), read('p'), read('broken')]).toEqual([[], ['g 1'], ['p 1'], []]);
  expect(facts.problems.map(({ nodes }) => nodes)).toContainEqual(['broken']);
});
