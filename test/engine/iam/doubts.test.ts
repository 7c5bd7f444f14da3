import { describe, expect, it } from 'vitest';
import table from '../../../src/catalog/iam-actions.json';
import { doubtsOf } from '../../../src/engine/iam/doubts';
import { actionsLike, knownFrom } from '../../../src/engine/iam/known';
import type { PolicyType } from '../../../src/engine/iam/contract';

const known = knownFrom(table);

const doubts = (statement: object, type: PolicyType = 'identity') =>
  doubtsOf(
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] }, null, 1),
    type,
    known,
  );
const messages = (statement: object, type?: PolicyType) => doubts(statement, type).map(({ message }) => message);

const ENDPOINT = 'arn:aws:sagemaker:us-east-1:111122223333:endpoint/fraud';

describe('what a policy says without meaning', () => {
  it.each<[string, object]>([
    ['one exact action on its resource', { Action: 'sagemaker:InvokeEndpoint', Resource: ENDPOINT }],
    ['names compare without regard to case', { Action: 'SageMaker:invokeendpoint', Resource: ENDPOINT }],
    ['a wildcard that fits something', { Action: 's3:Get*', Resource: 'arn:aws:s3:::models/*' }],
    ['everything', { Action: '*', Resource: '*' }],
    [
      'the bucket and its objects',
      { Action: ['s3:ListBucket', 's3:GetObject'], Resource: ['arn:aws:s3:::m', 'arn:aws:s3:::m/*'] },
    ],
    ['a prefix of objects', { Action: 's3:PutObject', Resource: 'arn:aws:s3:::m/capture/*' }],
    ['a wildcard over the slash', { Action: 's3:GetObject', Resource: 'arn:aws:s3:::m*' }],
    ['an action without resource on *', { Action: 'ecr:GetAuthorizationToken', Resource: '*' }],
    ['a service that the table does not list', { Action: 'polly:SynthesizeSpeech', Resource: '*' }],
    ['variables stand for anything', { Action: 's3:GetObject', Resource: 'arn:aws:s3:::home/${aws:username}/*' }],
    [
      'a tag of any name',
      {
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::m/*',
        Condition: { StringEquals: { 'aws:PrincipalTag/team': 'risk' } },
      },
    ],
    [
      'an encryption context of any name',
      {
        Action: 'kms:Decrypt',
        Resource: '*',
        Condition: { StringEquals: { 'kms:EncryptionContext:aws:logs:arn': 'x' } },
      },
    ],
    ['a role with a path', { Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/ml/training' }],
  ])('says nothing of %s', (_, statement) => {
    expect(messages(statement)).toEqual([]);
  });

  it.each<[string, object, RegExp, RegExp]>([
    [
      'a service that does not exist',
      { Action: 'sagemkaer:InvokeEndpoint', Resource: '*' },
      /no service with the prefix “sagemkaer”/,
      /sagemaker:InvokeEndpoint/,
    ],
    [
      'an action that does not exist',
      { Action: 'sagemaker:InvokeEndpoints', Resource: '*' },
      /no action “InvokeEndpoints”/,
      /sagemaker:InvokeEndpoint”/,
    ],
    ['a wildcard that fits nothing', { Action: 'kms:Decipher*', Resource: '*' }, /fits “Decipher\*”/, /wildcard/],
    [
      'the bucket where objects are meant',
      { Action: 's3:GetObject', Resource: 'arn:aws:s3:::models' },
      /s3:GetObject acts on/,
      /arn:\*:s3:::\*\/\*/,
    ],
    [
      'objects where the bucket is meant',
      { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::models/*' },
      /s3:ListBucket acts on/,
      /arn:\*:s3:::\*/,
    ],
    [
      'an action that acts on no resource',
      { Action: 'ecr:GetAuthorizationToken', Resource: 'arn:aws:ecr:us-east-1:111122223333:repository/m' },
      /acts on no resource of its own/,
      /"Resource": "\*"/,
    ],
    [
      'a resource that nothing acts on',
      { Action: 's3:GetObject', Resource: ['arn:aws:s3:::m/*', ENDPOINT] },
      /No action of this statement acts on arn:aws:sagemaker/,
      /ARN/,
    ],
    [
      'a global key that does not exist',
      {
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::m/*',
        Condition: { StringEquals: { 'aws:SourceVpcE': 'a', 'aws:SourceVpcEndpoint': 'b' } },
      },
      /no global condition key “aws:SourceVpcEndpoint”/,
      /aws:SourceVpce/,
    ],
    [
      'a key of a service that does not exist',
      { Action: 'kms:Decrypt', Resource: '*', Condition: { StringEquals: { 'kms:ViaServices': 'x' } } },
      /no condition key “kms:ViaServices”/,
      /kms:ViaService”/,
    ],
  ])('doubts %s', (_, statement, message, remedy) => {
    const found = doubts(statement);
    expect(found).toHaveLength(1);
    expect(found[0]?.severity).toBe('warning');
    expect(found[0]?.message).toMatch(message);
    expect(found[0]?.remedy).toMatch(remedy);
  });

  it('gives the place of each', () => {
    const text = '{\n "Statement": {\n  "Action": [\n   "s3:GetObject",\n   "s3:Fly"\n  ]\n }\n}';
    expect(doubtsOf(text, 'trust', known)).toMatchObject([{ line: 5, column: 4, path: 'Statement.Action' }]);
  });

  it('leaves the place of a key policy and of a trust policy alone', () => {
    expect(messages({ Action: 'kms:*', Resource: 'arn:aws:s3:::m' }, 'key')).toEqual([]);
    expect(messages({ Action: 'sts:AssumeRole' }, 'trust')).toEqual([]);
  });

  it.each(['', 'no JSON', '[]', '{"Statement": 7}', '{"Statement": [null, {"Action": {"a": 1}, "Condition": []}]}'])(
    'is quiet about a text that is no policy: %s',
    (text) => expect(doubtsOf(text, 'identity', known)).toEqual([]),
  );

  it('knows the access level and the resources of an action', () => {
    const s3 = known.service('s3');
    expect(s3 && actionsLike(s3, 'getobject')).toMatchObject([{ name: 'GetObject', levels: ['Read'] }]);
    expect(known.service('constructor')).toBeUndefined();
    expect(known.service('polly')).toBeUndefined();
  });
});
