import { example, policy } from '../../src/checks/example';
import type { Json } from '../../src/model/json';

type Fields = { readonly [key: string]: Json };
const MONITORS = ['DataQuality', 'ModelQuality', 'ModelBias', 'ModelExplainability'] as const;

/** A schedule of each type, on two instances. */
function monitors(careful: boolean) {
  return Object.fromEntries(
    MONITORS.map((monitoringType): [string, [string, { [key: string]: Json }]] => [
      monitoringType.toLowerCase(),
      [
        'sagemaker-monitoring-schedule',
        { monitoringType, instanceCount: 2, interContainerEncryption: careful, enableNetworkIsolation: careful },
      ],
    ]),
  );
}

/** A load balancer, and what may stand before it. */
function doors(props: Fields) {
  return {
    net: ['vpc'],
    door: ['load-balancer', props, 'net'],
    certificate: ['acm-certificate'],
    filter: ['waf-web-acl'],
  } as const;
}

/** What stands around the models: images, tables, secrets, functions, servers, APIs, sites, users. */
function services(careful: boolean) {
  const when = (props: Fields): Fields => (careful ? props : {});
  return {
    images: ['ecr-repository', when({ scanOnPush: true, immutableTags: true })],
    table: ['dynamodb-table', when({ encryption: 'aws-managed', pointInTimeRecovery: true })],
    password: ['secrets-manager-secret', when({ kmsKey: 'key', rotationFunction: 'work' })],
    work: ['lambda-function', when({ reservedConcurrency: 10, deadLetter: 'news' })],
    news: ['sns-topic'],
    near: ['subnet', {}, 'net'],
    server: ['ec2-instance', when({ role: 'worker', detailedMonitoring: true }), 'near'],
    worker: ['iam-role'],
    user: ['iam-user', when({ groups: ['readers'] })],
    readers: ['iam-group'],
    api: [
      'api-gateway',
      {
        domainName: 'api.example.com',
        certificate: 'certificate',
        cache: careful ? 'encrypted' : 'unencrypted',
        tlsPolicy: careful ? 'TLS_1_2' : 'TLS_1_0',
        ...when({
          executionLogs: 'ERROR',
          logRole: 'worker',
          accessLogs: 'logs',
          webAcl: 'filter',
          authorization: 'AWS_IAM',
        }),
      },
    ],
    site: [
      'cloudfront-distribution',
      {
        bucket: 'data',
        ...when({
          domainName: 'www.example.com',
          certificate: 'certificate',
          minimumTls: 'TLSv1.2_2021',
          viewerProtocol: 'https-only',
          accessLogs: 'access',
          defaultRootObject: 'index.html',
          webAcl: 'filter',
          originAccessControl: true,
        }),
      },
    ],
    weak: ['acm-certificate', careful ? when({}) : { imported: true, keyAlgorithm: 'RSA_1024' }],
    open: [
      's3-bucket',
      careful
        ? when({
            versioning: true,
            noncurrentExpireDays: 30,
            accessLogs: 'access',
            objectLock: true,
            replicateTo: 'data',
          })
        : { acl: 'public-read-write', blockPublicAccess: false },
    ],
  } as const;
}

const admitsLogs = policy({
  Effect: 'Allow',
  Principal: { Service: 'logging.s3.amazonaws.com' },
  Action: 's3:PutObject',
  Resource: 'arn:aws:s3:::access/*',
});

/** What no example of a check shows, set as the packs want it. */
export const CARED_FOR = example('Cared for', {
  ...monitors(true),
  notebook: ['sagemaker-notebook', { rootAccess: false, kmsKey: 'key' }],
  key: ['kms-key'],
  logs: ['log-group', { kmsKey: 'key' }],
  data: [
    's3-bucket',
    { versioning: true, noncurrentExpireDays: 30, accessLogs: 'access', objectLock: true, replicateTo: 'access' },
  ],
  access: [
    's3-bucket',
    { versioning: true, noncurrentExpireDays: 30, policy: admitsLogs, objectLock: true, replicateTo: 'data' },
  ],
  config: ['sagemaker-endpoint-config', { dataCapture: { enabled: true, bucket: 'data', samplingPercent: 20 } }],
  trail: ['cloudtrail-trail', { bucket: 'data' }],
  ...doors({
    protocol: 'HTTPS',
    certificate: 'certificate',
    webAcl: 'filter',
    accessLogs: 'access',
    tlsPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    dropInvalidHeaders: true,
    deletionProtection: true,
  }),
  files: ['efs-file-system', { encrypted: true, backups: true }],
  disk: ['ebs-volume', { encrypted: true, kmsKey: 'key' }],
  stream: ['kinesis-stream', { encryption: 'aws-managed' }],
  ...services(true),
});

/** The same, left as it comes. */
export const NEGLECTED = example('Neglected', {
  ...monitors(false),
  notebook: ['sagemaker-notebook'],
  logs: ['log-group'],
  data: ['s3-bucket', { versioning: true, blockPublicAccess: false, acl: 'public-read' }],
  config: ['sagemaker-endpoint-config', { dataCapture: { enabled: true, bucket: 'data' } }],
  trail: ['cloudtrail-trail', { bucket: 'data' }],
  ...doors({}),
  files: ['efs-file-system'],
  disk: ['ebs-volume'],
  stream: ['kinesis-stream'],
  ...services(false),
});

const allow = (more: { readonly [key: string]: Json }) => policy({ Effect: 'Allow', ...more });
const admitted = (Principal: Json, Action: string) => allow({ Principal, Action, Resource: '*' });
const OWN = { AWS: 'arn:aws:iam::111122223333:root' };

/** Policies of every sort that name what they allow, and to whom. */
export const EXACT = example('Exact', {
  role: [
    'iam-role',
    {
      trustPolicy: allow({ Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }),
      policies: [
        { name: 'read', document: allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' }) },
        { name: 'pass', document: allow({ Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/work' }) },
      ],
    },
  ],
  data: ['s3-bucket', { policy: admitted(OWN, 's3:GetObject') }],
  topic: ['sns-topic', { policy: admitted(OWN, 'sns:Publish') }],
  work: ['lambda-function', { resourcePolicy: admitted(OWN, 'lambda:InvokeFunction') }],
});

/** One kind of looseness in each: parsed policies only, so every one of them could be deployed. */
const LOOSE_POLICIES = ['NotAction', 'NotResource', 'NotPrincipal', 'star'] as const;

export const LOOSE = LOOSE_POLICIES.map((what) => {
  const who: Fields = what === 'NotPrincipal' ? { NotPrincipal: OWN } : { Principal: what === 'star' ? '*' : OWN };
  const does = (action: string): Fields =>
    what === 'NotAction' ? { NotAction: action } : { Action: what === 'star' ? '*' : action };
  const on: Fields = what === 'NotResource' ? { NotResource: 'arn:aws:s3:::data/*' } : { Resource: '*' };
  return example(what, {
    role: [
      'iam-role',
      {
        trustPolicy: allow({ ...who, ...does('sts:AssumeRole') }),
        policies: [{ name: 'work', document: allow({ ...does('s3:GetObject'), ...on }) }],
      },
    ],
    data: ['s3-bucket', { policy: allow({ ...who, ...does('s3:GetObject'), Resource: '*' }) }],
    topic: ['sns-topic', { policy: allow({ ...who, ...does('sns:Publish'), Resource: '*' }) }],
    work: ['lambda-function', { resourcePolicy: allow({ ...who, ...does('lambda:InvokeFunction'), Resource: '*' }) }],
    group: [
      'security-group',
      {
        ingress: [{ protocol: 'tcp', fromPort: 3306, toPort: 3306, cidr: '0.0.0.0/0' }],
        egress: [{ protocol: 'tcp', fromPort: 1024, toPort: 65_535, cidr: '10.0.0.0/8' }],
      },
    ],
  });
});
