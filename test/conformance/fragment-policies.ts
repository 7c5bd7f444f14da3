import type { Json } from '../../src/model/json';
import { isFields, type Fields } from './fields';

type Sort = 'identity' | 'trust' | 'resource';
const SOMEBODY = { AWS: 'arn:aws:iam::111122223333:root' };
const SOME_ACTION: readonly (readonly [type: RegExp, action: string])[] = [
  [/^AWS::SNS::/, 'sns:Publish'],
  [/^AWS::KMS::/, 'kms:Decrypt'],
  [/^AWS::Lambda::/, 'lambda:InvokeFunction'],
  [/./, 's3:GetObject'],
];

/**
 * A policy document with what AWS insists on and a fragment leaves out, so that what it does say is judged: a version,
 * an action, somebody, a resource, and ARNs of IAM that name a type. Nothing that is written becomes wider.
 */
export function completedPolicy(document: Json, type: string, path: string): Json {
  if (!isFields(document)) return document;
  const sort: Sort = path.startsWith('AssumeRole') ? 'trust' : type.startsWith('AWS::IAM::') ? 'identity' : 'resource';
  const { Version: version, Statement: written = [], ...rest } = withTypes(document);
  const statements = Array.isArray(written) ? (written as readonly Json[]) : [written];
  const action = sort === 'trust' ? 'sts:AssumeRole' : (SOME_ACTION.find(([one]) => one.test(type))?.[1] ?? '');
  return {
    ...rest,
    // A date that YAML took for a point in time.
    Version: typeof version === 'string' ? version.slice(0, 10) : '2012-10-17',
    Statement: statements.map((one) => (isFields(one) ? completedStatement(one, sort, action) : one)),
  };
}

function completedStatement(statement: Fields, sort: Sort, action: string): Fields {
  const { Resource: resource, ...rest } = statement;
  const does = Object.fromEntries(
    ['Action', 'NotAction'].flatMap((key): [string, Json][] => {
      const value = statement[key];
      return value === undefined ? [] : [[key, isFields(value) ? action : value]];
    }),
  );
  const names = (...keys: string[]) => keys.some((key) => statement[key] !== undefined);
  return {
    ...rest,
    ...(names('Action', 'NotAction') ? does : { Action: action }),
    ...(sort !== 'identity' && !names('Principal', 'NotPrincipal') && { Principal: SOMEBODY }),
    ...(statement['Principal'] !== undefined && { Principal: withKinds(statement['Principal']) }),
    ...(sort !== 'trust' && resource !== undefined && { Resource: resource }),
    ...(sort !== 'trust' && !names('Resource', 'NotResource') && { Resource: 'arn:aws:s3:::elsewhere' }),
    ...(statement['NotResource'] !== undefined && { NotResource: plain(statement['NotResource']) }),
  };
}

/** A service that is named without saying that it is one. */
function withKinds(principal: Json): Json {
  const named = isFields(principal) && Object.values(principal).every((one) => one === null);
  const [text] = named ? Object.keys(principal) : [principal];
  return typeof text === 'string' && /^[\w-]+\.amazonaws\.com$/.test(text) ? { Service: text } : principal;
}

/** An object where AWS takes texts only. */
function plain(value: Json): Json {
  return isFields(value) ? 'arn:aws:s3:::elsewhere' : value;
}

function withTypes(document: Fields): Fields {
  const text = JSON.stringify(document).replace(
    /"(arn:[^":]*:iam::\d{12}:)([\w-]+)"/g,
    (whole, begin: string, name: string) => (name === 'root' ? whole : `"${begin}role/${name}"`),
  );
  return JSON.parse(text) as Fields;
}
