import type { Json } from '../../src/model/json';
import { isFields, type Fields } from './fields';
import { namedBy, type Resource } from './fragment-values';

/** One resource of a fragment, completed, with what it needs beside it. `of`: the one in the fragment it comes from. */
export interface Whole {
  readonly name: string;
  readonly of: string;
  readonly resource: Resource;
}

/** A network that belongs to nobody (RFC 5737): a rule that names no other end gets one that is not wide. */
const SOMEWHERE = '192.0.2.1/32';
const PEERS = /^(CidrIp|CidrIpv6|(Source|Destination)(SecurityGroupId|SecurityGroupName|PrefixListId))$/;
const ALL_PORTS: Fields = { From: 0, To: 65_535 };
/** What AWS calls balancers; a fragment that says something else says nothing. */
const BALANCERS: ReadonlySet<Json> = new Set<Json>(['application', 'network', 'gateway']);

/** What AWS insists on and a fragment leaves out, or writes in the short way of its rule. Nothing becomes wider. */
export function wholesOf(name: string, type: string, written: Json | undefined): readonly Whole[] {
  const properties = isFields(written) ? written : {};
  const one = (resource: Resource, suffix = ''): Whole => ({ name: name + suffix, of: name, resource });
  const several = SEVERAL[type]?.(properties) ?? [(COMPLETE[type] ?? ((same) => same))(properties, name)];
  return [
    ...several.map((each, index) => one({ Type: type, Properties: each }, index === 0 ? '' : `-${index}`)),
    ...(BESIDE[type]?.(name, properties) ?? []).map(({ suffix, resource }) => one(resource, suffix)),
  ];
}

/** What stands in one resource of a fragment, and AWS takes one by one. */
const SEVERAL: Readonly<Record<string, (properties: Fields) => readonly Fields[]>> = {
  'AWS::EC2::SecurityGroupIngress': securityRules,
  'AWS::EC2::SecurityGroupEgress': securityRules,
  'AWS::EC2::NetworkAclEntry': aclEntries,
  'AWS::Lambda::Permission': (properties) =>
    listOf(properties['Action']).map((action) => ({ ...properties, Action: action })),
};

const COMPLETE: Readonly<Record<string, (properties: Fields, name: string) => Fields>> = {
  'AWS::IAM::Role'({ PolicyDocument: document, ...rest }) {
    return document === undefined ? rest : { ...rest, Policies: [{ PolicyName: 'inline', PolicyDocument: document }] };
  },
  'AWS::EC2::SecurityGroup': (properties) => ({
    ...properties,
    ...Object.fromEntries(
      ['SecurityGroupIngress', 'SecurityGroupEgress'].flatMap((side): [string, Json][] =>
        properties[side] === undefined ? [] : [[side, listOf(properties[side]).flatMap(securityRules)]],
      ),
    ),
  }),
  'AWS::EC2::Instance': (properties, name) =>
    isGiven(properties['IamInstanceProfile'])
      ? { ...properties, IamInstanceProfile: { Ref: `${name}-profile` } }
      : properties,
  'AWS::EC2::Volume': (properties) =>
    isGiven(properties['KmsKeyId']) ? { Encrypted: true, ...properties } : properties,
  'AWS::CloudTrail::Trail': (properties) =>
    properties['CloudWatchLogsLogGroupArn'] !== undefined && properties['CloudWatchLogsRoleArn'] === undefined
      ? { ...properties, CloudWatchLogsRoleArn: 'role-elsewhere' }
      : properties,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': wholeBalancer,
  'AWS::CloudFront::Distribution': wholeDistribution,
};

interface Beside {
  readonly suffix: string;
  readonly resource: Resource;
}
const BESIDE: Readonly<Record<string, (name: string, properties: Fields) => readonly Beside[]>> = {
  // A profile hands over a role.
  'AWS::EC2::Instance': (name, properties) => (isGiven(properties['IamInstanceProfile']) ? profileOf(name) : []),
  // A domain reaches an API through a mapping.
  'AWS::ApiGateway::DomainName': (name) => [
    {
      suffix: '-mapping',
      resource: {
        Type: 'AWS::ApiGateway::BasePathMapping',
        Properties: { RestApiId: 'api-elsewhere', DomainName: { Ref: name } },
      },
    },
  ],
};

function profileOf(name: string): readonly Beside[] {
  const roles: Fields = { Roles: [{ Ref: `${name}-role` }] };
  return [
    { suffix: '-profile', resource: { Type: 'AWS::IAM::InstanceProfile', Properties: roles } },
    { suffix: '-role', resource: { Type: 'AWS::IAM::Role' } },
  ];
}

function isGiven(value: Json | undefined): boolean {
  return value !== undefined && !(isFields(value) && value['Ref'] === 'AWS::NoValue');
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [value ?? null];
}

function securityRules(rule: Json): readonly Fields[] {
  if (!isFields(rule)) return [];
  if (!Object.keys(rule).some((key) => PEERS.test(key))) return [{ ...rule, CidrIp: SOMEWHERE }];
  return bothFamilies(rule, 'CidrIp', 'CidrIpv6');
}

/** ICMP for IPv6 is drawn as ICMP; TCP or UDP without ports means all of them. */
function aclEntries(entry: Fields): readonly Fields[] {
  const protocol = String(entry['Protocol']);
  const ports = ['6', '17'].includes(protocol) && entry['PortRange'] === undefined;
  const whole: Fields = { ...entry, ...(ports && { PortRange: ALL_PORTS }), ...(protocol === '58' && { Protocol: 1 }) };
  return bothFamilies(whole, 'CidrBlock', 'Ipv6CidrBlock');
}

/** A rule that names a range of each family, which AWS takes one by one. */
function bothFamilies(rule: Fields, four: string, six: string): readonly Fields[] {
  if (rule[six] === undefined) return [rule];
  const rest = Object.fromEntries(Object.entries(rule).filter(([key]) => key !== four && key !== six));
  return [...(rule[four] === undefined ? [] : [{ ...rest, [four]: rule[four] }]), { ...rest, [four]: rule[six] }];
}

/** Access logs go to a bucket. */
function wholeBalancer({ Type: type, ...rest }: Fields): Fields {
  const attributes = listOf(rest['LoadBalancerAttributes']).filter(isFields);
  const says = (key: string) => attributes.find((one) => one['Key'] === key)?.['Value'];
  const logs = String(says('access_logs.s3.enabled')) === 'true' && says('access_logs.s3.bucket') === undefined;
  return {
    ...rest,
    ...(type !== undefined && BALANCERS.has(type) && { Type: type }),
    ...(attributes.length > 0 && {
      LoadBalancerAttributes: [
        ...attributes,
        ...(logs ? [{ Key: 'access_logs.s3.bucket', Value: 'bucket-elsewhere' }] : []),
      ],
    }),
  };
}

/** Logs go to a bucket, and a certificate that IAM keeps is one of one's own as well. */
function wholeDistribution(properties: Fields): Fields {
  const config = properties['DistributionConfig'];
  if (!isFields(config)) return properties;
  const { Logging: logging, ViewerCertificate: certificate } = config;
  const kept = isFields(certificate)
    ? (certificate['AcmCertificateArn'] ?? certificate['IamCertificateId'])
    : undefined;
  return {
    ...properties,
    DistributionConfig: {
      ...config,
      ...(isFields(logging) && { Logging: { Bucket: 'bucket-elsewhere', ...logging } }),
      ...(isFields(certificate) &&
        kept !== undefined && {
          ViewerCertificate: { ...certificate, AcmCertificateArn: namedBy(kept) ? kept : 'certificate-elsewhere' },
        }),
    },
  };
}
