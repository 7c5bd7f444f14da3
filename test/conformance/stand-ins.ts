import type { Json } from '../../src/model/json';

type Props = { readonly [key: string]: Json };
interface StandIn {
  readonly kind: string;
  readonly props: (name: string) => Props;
}

const policy = (...statements: Props[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const SERVICES = ['logging.s3.amazonaws.com', 'cloudtrail.amazonaws.com', 'logs.us-east-1.amazonaws.com'];
const nothing = (): Props => ({});

/** Whatever a fragment refers to and does not show is taken to be in order: it admits who needs it. */
const KINDS: readonly (readonly [property: RegExp, standIn: StandIn])[] = [
  [
    /^(KeyId|KmsKeyId|KMSKeyId|KmsMasterKeyId|KMSMasterKeyID|VolumeKmsKeyId|KmsKeyArn)$/,
    {
      kind: 'kms-key',
      props: () => ({
        keyPolicy: policy(
          { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' },
          { Effect: 'Allow', Principal: { Service: SERVICES }, Action: 'kms:*', Resource: '*' },
        ),
      }),
    },
  ],
  [
    /^(S3BucketName|DestinationBucketName)$/,
    {
      kind: 's3-bucket',
      props: (name) => {
        const arn = `arn:aws:s3:::${name.toLowerCase().replace(/[^a-z0-9.-]+/g, '-')}`;
        return {
          policy: policy({
            Effect: 'Allow',
            Principal: { Service: SERVICES },
            Action: ['s3:PutObject', 's3:GetBucketAcl'],
            Resource: [arn, `${arn}/*`],
          }),
        };
      },
    },
  ],
  [
    /^(RoleArn|Role|ExecutionRoleArn|CloudWatchLogsRoleArn)$/,
    {
      kind: 'iam-role',
      props: () => ({
        trustPolicy: policy({ Effect: 'Allow', Principal: { Service: SERVICES }, Action: 'sts:AssumeRole' }),
        policies: [{ name: 'all', document: policy({ Effect: 'Allow', Action: '*', Resource: '*' }) }],
      }),
    },
  ],
  [/^(SubnetId|SubnetIds|Subnets)$/, { kind: 'subnet', props: () => ({ cidr: '10.0.1.0/24' }) }],
  [
    /^(SecurityGroupIds|GroupSet|SecurityGroups|(Source|Destination)SecurityGroupId)$/,
    { kind: 'security-group', props: nothing },
  ],
  [/^(CloudWatchLogsLogGroupArn|DestinationArn)$/, { kind: 'log-group', props: nothing }],
  [/^(AlarmActions|TargetArn)$/, { kind: 'sns-topic', props: nothing }],
  [/^RotationLambdaARN$/, { kind: 'lambda-function', props: nothing }],
  [/^Groups$/, { kind: 'iam-group', props: nothing }],
  [/^(Acm)?CertificateArn$/, { kind: 'acm-certificate', props: nothing }],
  [/^(Bucket|Value|DomainName|DNSName)$/, { kind: 's3-bucket', props: nothing }],
  [/^ManagedPolicyArns$/, { kind: 'iam-managed-policy', props: awsPolicy }],
  [/^GatewayId$/, { kind: 'internet-gateway', props: nothing }],
  [/^VpcId$/, { kind: 'vpc', props: () => ({ cidr: '10.0.0.0/16' }) }],
];

/** Managed policies of AWS that make an administrator. Source: AWS Managed Policy Reference Guide. */
const AWS_POLICIES: Readonly<Record<string, Props>> = {
  AdministratorAccess: { Effect: 'Allow', Action: '*', Resource: '*' },
  PowerUserAccess: { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
  IAMFullAccess: { Effect: 'Allow', Action: 'iam:*', Resource: '*' },
};

/** Of any other the fragment does not say what it allows. */
function awsPolicy(arn: string): Props {
  const statement = AWS_POLICIES[arn.slice(arn.lastIndexOf('/') + 1)];
  return statement ? { document: policy(statement) } : {};
}

/** Texts under these properties that name nothing of ours: other services, other sorts of a thing. */
const NAMES: Readonly<Record<string, RegExp>> = {
  DomainName: /\.s3[.-]/,
  DNSName: /\.s3[.-]/,
  ManagedPolicyArns: /^arn:aws:iam::aws:policy\//,
  CertificateArn: /^(?!arn:aws:iam:)/,
};

/** What stands in for the value of this property; `undefined` for values that are no reference of ours. */
export function standInFor(property: string, text: string): StandIn | undefined {
  if (/^local$|^vgw-|^vpce-|^alias\/aws\//.test(text)) return undefined;
  if (NAMES[property]?.test(text) === false) return undefined;
  return KINDS.find(([pattern]) => pattern.test(property))?.[1];
}
