import type { Json } from '../../model/json';
import { type CloudFormationPart, policyDocument, present, type Reading, reference } from '../cloudformation';

type Fields = { readonly [key: string]: Json };

function isFields(value: Json | undefined): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function statementsOf(text: string): readonly Json[] | undefined {
  const document = policyDocument(text);
  const statements = isFields(document) ? document['Statement'] : undefined;
  if (statements === undefined) return undefined;
  return Array.isArray(statements) ? (statements as readonly Json[]) : [statements];
}

const KEYS: Readonly<Record<string, string>> = {
  'aws:sourcearn': 'SourceArn',
  'aws:sourceaccount': 'SourceAccount',
  'aws:principalorgid': 'PrincipalOrgID',
};

/** Lambda takes no policy as a whole, only one permission per statement, and not every statement is one. */
function permissionOf(id: string, statement: Json): Fields | undefined {
  if (!isFields(statement) || statement['Effect'] !== 'Allow') return undefined;
  const { Action, Principal, Condition } = statement;
  const who = isFields(Principal) ? (Principal['Service'] ?? Principal['AWS']) : Principal;
  if (typeof Action !== 'string' || typeof who !== 'string') return undefined;
  const conditions: Record<string, Json> = {};
  for (const keys of Object.values(isFields(Condition ?? null) ? (Condition as Fields) : {})) {
    for (const [key, value] of Object.entries(isFields(keys) ? keys : {})) {
      const name = KEYS[key.toLowerCase()];
      if (name === undefined || typeof value !== 'string') return undefined;
      conditions[name] = value;
    }
  }
  return { FunctionName: reference(id), Action, Principal: who, ...conditions };
}

export function permissionParts(
  id: string,
  name: string,
  policy: string,
): { With?: Record<string, CloudFormationPart>; Notes?: readonly string[] } {
  if (policy.trim() === '') return {};
  const made = (statementsOf(policy) ?? [undefined]).map((one) =>
    one === undefined ? undefined : permissionOf(id, one),
  );
  const parts = made.flatMap((Properties, index): [string, CloudFormationPart][] =>
    Properties ? [[`Permission${index}`, { Type: 'AWS::Lambda::Permission', Properties }]] : [],
  );
  const lost = made.filter((one) => one === undefined).length;
  return {
    With: Object.fromEntries(parts),
    ...(lost > 0 && { Notes: [`${name}: Lambda cannot take ${lost} of the statements of its resource policy.`] }),
  };
}

/** The policy with one more statement, as AddPermission writes it. */
export function readPermission(reading: Reading, policy: string, functionArn: string): string {
  const before = policy.trim() === '' ? [] : (statementsOf(policy) ?? []);
  const who = reading.text('Principal') ?? '*';
  const [arn, account, organization] = ['SourceArn', 'SourceAccount', 'PrincipalOrgID'].map((path) =>
    reading.text(path),
  );
  const equals = present({ 'aws:SourceAccount': account, 'aws:PrincipalOrgID': organization });
  const condition = present({
    ArnLike: arn === undefined ? undefined : { 'aws:SourceArn': arn },
    StringEquals: Object.keys(equals).length > 0 ? equals : undefined,
  });
  const statement = present({
    Sid: reading.logicalId,
    Effect: 'Allow',
    Principal: who === '*' ? '*' : who.endsWith('.amazonaws.com') ? { Service: who } : { AWS: who },
    Action: reading.text('Action') ?? 'lambda:InvokeFunction',
    Resource: functionArn,
    Condition: Object.keys(condition).length > 0 ? condition : undefined,
  });
  return JSON.stringify({ Version: '2012-10-17', Statement: [...before, statement] }, null, 2);
}
