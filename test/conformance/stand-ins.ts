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
    /^(KmsKeyId|KMSKeyId|KmsMasterKeyId|KMSMasterKeyID|VolumeKmsKeyId|KmsKeyArn)$/,
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
  [/^CloudWatchLogsLogGroupArn$/, { kind: 'log-group', props: nothing }],
  [/^(AlarmActions)$/, { kind: 'sns-topic', props: nothing }],
  [/^GatewayId$/, { kind: 'internet-gateway', props: nothing }],
  [/^VpcId$/, { kind: 'vpc', props: () => ({ cidr: '10.0.0.0/16' }) }],
];

/** What stands in for the value of this property; `undefined` for values that are no reference of ours. */
export function standInFor(property: string, text: string): StandIn | undefined {
  if (/^local$|^vgw-|^vpce-|^alias\/aws\//.test(text)) return undefined;
  return KINDS.find(([pattern]) => pattern.test(property))?.[1];
}
