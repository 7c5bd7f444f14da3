import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { templates } from '../../src/catalog/templates';
import { CONTROLS } from '../../src/game/packs';
import type { Json } from '../../src/model/json';
import CLAIMS from './rule-claims.json' with { type: 'json' };
import DIFFERENCES from './rule-differences.json' with { type: 'json' };
import { judgeCase, runRules } from './rules';

type Written = { readonly [key: string]: Json };
const judge = (rule: string, resources: Written) => {
  const claim = CLAIMS.find((one) => one.rule === rule);
  if (!claim) throw new Error(`${rule} is not claimed.`);
  return judgeCase(claim, { Resources: resources }).verdict;
};
const bucket = (properties: Written, metadata: Written = {}) => ({
  Data: { Type: 'AWS::S3::Bucket', Properties: properties, Metadata: metadata },
});

describe('the claims', () => {
  const types = new Set(
    [...templates.values()].flatMap((one) => [...Object.keys(one.nodes), ...Object.keys(one.parts ?? {})]),
  );
  // Read through the mapping that leads to its API.
  types.add('AWS::ApiGateway::DomainName');
  test.each(CLAIMS)('$rule is answered by a control, for types that we can draw', ({ control, types: named }) => {
    expect(CONTROLS.map((one) => one.id)).toContain(control);
    for (const type of named) expect(types, type).toContain(type);
  });
  test('name no rule twice', () => expect(new Set(CLAIMS.map((one) => one.rule)).size).toBe(CLAIMS.length));
  test('explain only claimed rules, in a sentence', () => {
    for (const { rule, why } of DIFFERENCES) {
      expect(CLAIMS.map((one) => one.rule)).toContain(rule);
      expect(why).toMatch(/^[A-Z].{30,}\.$/);
    }
  });
});

describe('a fragment', () => {
  test('is judged by what it says: absent, false, true, and true as text', () => {
    const trail = (value: Json | undefined) =>
      judge('CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED', {
        Trail: {
          Type: 'AWS::CloudTrail::Trail',
          Properties: {
            S3BucketName: 'logs',
            IsLogging: true,
            ...(value !== undefined && { EnableLogFileValidation: value }),
          },
        },
      });
    expect([undefined, false, true, 'true', 'false'].map(trail)).toEqual(['FAIL', 'FAIL', 'PASS', 'PASS', 'FAIL']);
  });
  test('without a resource of the rule is not judged', () => {
    expect(judge('S3_BUCKET_VERSIONING_ENABLED', { Key: { Type: 'AWS::KMS::Key' } })).toBe('SKIP');
    expect(judge('S3_BUCKET_VERSIONING_ENABLED', { Odd: { Type: 'AWS::No::Such' }, Wrong: 'text' })).toBe('SKIP');
  });
  test('may carry an exception, for this rule only', () => {
    const excepted = (rules: Json) =>
      judge('S3_BUCKET_VERSIONING_ENABLED', bucket({}, { guard: { SuppressedRules: rules } }));
    expect(excepted(['S3_BUCKET_VERSIONING_ENABLED'])).toBe('SKIP');
    expect(excepted([{ S3_BUCKET_VERSIONING_ENABLED: 'because' }])).toBe('SKIP');
    expect(excepted(['S3_BUCKET_LOGGING_ENABLED'])).toBe('FAIL');
    const nag = (id: string) =>
      judge('S3_BUCKET_LOGGING_ENABLED', bucket({}, { cfn_nag: { rules_to_suppress: [{ id }] } }));
    expect([nag('W35'), nag('W41')]).toEqual(['SKIP', 'FAIL']);
  });
  test('may name what it does not show: a parameter, an ARN, an attribute', () => {
    const key = (KmsKeyId: Json) =>
      judge('CLOUDWATCH_LOG_GROUP_ENCRYPTED', { Logs: { Type: 'AWS::Logs::LogGroup', Properties: { KmsKeyId } } });
    const arn = 'arn:aws:kms:eu-central-1:123456789012:key/1';
    const named: readonly Json[] = [{ Ref: 'Key' }, arn, { 'Fn::GetAtt': ['Key', 'Arn'] }, { 'Fn::GetAtt': 'Key.Arn' }];
    expect(named.map(key)).toEqual(Array.from({ length: 4 }, () => 'PASS'));
    expect(key({ Ref: 'AWS::NoValue' })).toBe('FAIL');
  });
  test('is read with its intrinsic functions', () => {
    const secure = (Resource: Json) =>
      judge('S3_BUCKET_SSL_REQUESTS_ONLY', {
        ...bucket({ BucketName: 'cards' }),
        Policy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: { Ref: 'Data' },
            PolicyDocument: {
              Statement: {
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:*',
                Resource,
                Condition: { Bool: { 'aws:SecureTransport': false } },
              },
            },
          },
        },
      });
    expect(secure([{ 'Fn::GetAtt': ['Data', 'Arn'] }, { 'Fn::Sub': '${Data.Arn}/*' }])).toBe('PASS');
    expect(secure([{ 'Fn::Join': ['', ['arn:aws:s3:::', { Ref: 'Data' }]] }, 'arn:aws:s3:::cards/*'])).toBe('PASS');
    expect(secure([{ 'Fn::GetAtt': ['Data', 'Arn'] }])).toBe('FAIL');
  });
  test('may be a part alone: a policy without its bucket, a permission without its function', () => {
    expect(
      judge('LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED', {
        Open: {
          Type: 'AWS::Lambda::Permission',
          Properties: { FunctionName: 'work', Principal: '*', Action: 'lambda:InvokeFunction' },
        },
      }),
    ).toBe('FAIL');
    expect(
      judge('IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS', {
        Wide: {
          Type: 'AWS::IAM::Policy',
          Properties: { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } },
        },
      }),
    ).toBe('FAIL');
  });
  test('counts only as far as the rule looks', () => {
    const listener = (Protocol: string, CertificateArn: string) =>
      judge('ELBV2_ACM_CERTIFICATE_REQUIRED', {
        Listener: {
          Type: 'AWS::ElasticLoadBalancingV2::Listener',
          Properties: { Protocol, Certificates: [{ CertificateArn }] },
        },
      });
    const own = 'arn:aws:acm:us-east-1:111122223333:certificate/1';
    expect([listener('TCP', own), listener('HTTPS', own)]).toEqual(['SKIP', 'PASS']);
    expect(listener('HTTPS', 'arn:aws:iam::111122223333:server-certificate/old')).toBe('FAIL');
    const group = (properties: Written) =>
      judge('EC2_SECURITY_GROUP_EGRESS_OPEN_TO_WORLD_RULE', {
        Group: { Type: 'AWS::EC2::SecurityGroup', Properties: properties },
      });
    const out = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };
    expect([group({}), group({ SecurityGroupEgress: [] })]).toEqual(['SKIP', 'SKIP']);
    expect(group({ SecurityGroupEgress: [{ ...out, CidrIp: '0.0.0.0/0' }] })).toBe('FAIL');
    expect(group({ SecurityGroupEgress: [{ ...out, CidrIp: '10.0.0.0/8', CidrIpv6: '::/0' }] })).toBe('FAIL');
    expect(group({ SecurityGroupEgress: out })).toBe('PASS');
  });
  test('is completed with what AWS insists on, and nothing becomes wider', () => {
    const server = (properties: Written) =>
      judge('EC2_INSTANCE_PROFILE_ATTACHED', { Server: { Type: 'AWS::EC2::Instance', Properties: properties } });
    expect([server({ IamInstanceProfile: { Ref: 'Profile' } }), server({})]).toEqual(['PASS', 'FAIL']);
    expect(server({ IamInstanceProfile: { Ref: 'AWS::NoValue' } })).toBe('FAIL');
    const entry = (properties: Written) =>
      judge('EC2_NETWORK_ACL_PORT_RANGE_RULE', {
        Entry: {
          Type: 'AWS::EC2::NetworkAclEntry',
          Properties: { RuleAction: 'allow', CidrBlock: '10.0.0.0/8', ...properties },
        },
      });
    const https: Written = { From: 443, To: 443 };
    expect([entry({ Protocol: 6 }), entry({ Protocol: 6, PortRange: https })]).toEqual(['FAIL', 'PASS']);
    const permission = (Action: Json) =>
      judge('LAMBDA_PERMISSION_INVOKE_FUNCTION_ACTION', {
        Permission: {
          Type: 'AWS::Lambda::Permission',
          Properties: { FunctionName: 'work', Principal: '111122223333', Action },
        },
      });
    expect(permission('lambda:InvokeFunction')).toBe('PASS');
    expect(permission(['lambda:InvokeFunction', 'lambda:GetFunction'])).toBe('FAIL');
    const domain = (SecurityPolicy: string) =>
      judge('API_GW_DOMAIN_DENY_NON_TLS_TRAFFIC', {
        Domain: { Type: 'AWS::ApiGateway::DomainName', Properties: { DomainName: 'api.example.com', SecurityPolicy } },
      });
    expect([domain('TLS_1_0'), domain('TLS_1_2')]).toEqual(['FAIL', 'PASS']);
    const logged = (enabled: boolean) =>
      judge('ELBV2_ACCESS_LOGGING_RULE', {
        Balancer: {
          Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
          Properties: { LoadBalancerAttributes: [{ Key: 'access_logs.s3.enabled', Value: enabled }] },
        },
      });
    expect([logged(true), logged(false)]).toEqual(['PASS', 'FAIL']);
  });
  test('knows the managed policies of AWS that make an administrator', () => {
    const role = (rule: string, name: string) =>
      judge(rule, {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            ManagedPolicyArns: [`arn:aws:iam::aws:policy/${name}`],
            Policies: [
              { PolicyName: 'own', PolicyDocument: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } } },
            ],
          },
        },
      });
    const admin = 'IAM_ROLE_ADMINISTRATOR_ACCESS_POLICY_RULE';
    const elevated = 'IAM_ROLE_ELEVATED_MANAGED_POLICY_RULE';
    const names = ['AdministratorAccess', 'PowerUserAccess', 'IAMFullAccess', 'ReadOnlyAccess'];
    expect(names.map((name) => role(admin, name))).toEqual(['FAIL', 'PASS', 'PASS', 'PASS']);
    expect(names.map((name) => role(elevated, name))).toEqual(['FAIL', 'FAIL', 'FAIL', 'PASS']);
  });
  test('whose rule looks at one type of policy is not judged by another', () => {
    const wide = (Type: string) =>
      judge('IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS', {
        Wide: {
          Type,
          Properties: { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] } },
        },
      });
    expect([wide('AWS::IAM::ManagedPolicy'), wide('AWS::IAM::Policy')]).toEqual(['FAIL', 'SKIP']);
  });
});

test('a wrong label is a difference, and one without a kept reason is counted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  try {
    mkdirSync(join(folder, 'rules'));
    const line = (rule: string, expected: string) =>
      JSON.stringify({ rule, name: 'own', expected, template: { Resources: bucket({}) } });
    const lines = [
      line('S3_BUCKET_VERSIONING_ENABLED', 'FAIL'),
      line('S3_BUCKET_VERSIONING_ENABLED', 'PASS'),
      line('S3_BUCKET_PUBLIC_READ_PROHIBITED', 'FAIL'),
      line('NOBODY_ASKS_THIS', 'PASS'),
    ];
    writeFileSync(join(folder, 'rules/own.jsonl'), lines.join('\n'));
    const [result] = runRules(folder);
    expect(result).toMatchObject({ total: 3, agree: 1, unexplained: 1, unclaimed: ['NOBODY_ASKS_THIS'] });
    expect(result?.differences.map((one) => one.why?.slice(0, 14))).toEqual(['The rule wants', 'NO REASON KEPT']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
