/** The policy documents of the played solution, as a student pastes them. */
const VERSION = '2012-10-17';
export const document = (...statements: readonly object[]) => ({ Version: VERSION, Statement: statements });
export const allow = (Action: string | string[], Resource: string, more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});

export function trust(service: string): object {
  return document({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' });
}

export function invoke(endpoint: string, door?: string): object {
  const allow = { Effect: 'Allow', Action: 'sagemaker:InvokeEndpoint', Resource: endpoint };
  return document(door === undefined ? allow : { ...allow, Condition: { StringEquals: { 'aws:SourceVpce': door } } });
}

export function execution(model: string, capture: string, key: string): object {
  return document(
    { Effect: 'Allow', Action: 's3:GetObject', Resource: [`${model}/*`, `${capture}/*`] },
    { Effect: 'Allow', Action: 's3:ListBucket', Resource: [model, capture] },
    { Effect: 'Allow', Action: 's3:PutObject', Resource: `${capture}/*` },
    { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'], Resource: key },
    { Effect: 'Allow', Action: 'cloudwatch:PutMetricData', Resource: '*' },
  );
}

export function keyPolicy(account: string): object {
  const uses = (Sid: string, service: string) => ({
    Sid,
    Effect: 'Allow',
    Principal: { Service: service },
    Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
    Resource: '*',
  });
  return document(
    {
      Sid: 'Account',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
    uses('Alarms', 'cloudwatch.amazonaws.com'),
    uses('Trail', 'cloudtrail.amazonaws.com'),
  );
}

/** Refuses plain HTTP; with an account, also lets its trail write. */
export function bucketPolicy(bucket: string, trailOf?: string): object {
  const trail = { Service: 'cloudtrail.amazonaws.com' };
  return document(
    {
      Sid: 'TlsOnly',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [bucket, `${bucket}/*`],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    ...(trailOf === undefined
      ? []
      : [
          { Sid: 'TrailReadsAcl', Effect: 'Allow', Principal: trail, Action: 's3:GetBucketAcl', Resource: bucket },
          {
            Sid: 'TrailWrites',
            Effect: 'Allow',
            Principal: trail,
            Action: 's3:PutObject',
            Resource: `${bucket}/AWSLogs/${trailOf}/*`,
          },
        ]),
  );
}

/** Lets the alarms of an account publish to topics under the key. */
export function alarmsUseKey(account: string): object {
  return document(
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' },
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceAccount': account } },
    },
  );
}

/** Lets the alarms of an account invoke a function. */
export function alarmsInvoke(account: string, target: string): object {
  return document({
    Effect: 'Allow',
    Principal: { Service: 'lambda.alarms.cloudwatch.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: target,
    Condition: { StringEquals: { 'AWS:SourceAccount': account } },
  });
}

export function publish(topic: string): object {
  return document({ Effect: 'Allow', Action: 'sns:Publish', Resource: topic });
}

export function assumedByAccount(account: string): object {
  return document({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'sts:AssumeRole',
  });
}

/** What it takes to put a new configuration behind an endpoint. */
export function release(endpoint: string): object {
  return document({
    Effect: 'Allow',
    Action: ['sagemaker:DescribeEndpoint', 'sagemaker:UpdateEndpoint'],
    Resource: [endpoint, endpoint.replace(':endpoint/', ':endpoint-config/').replace(/[^/]+$/, '*')],
  });
}

/** Lets the rules of an account publish to a topic. */
export function rulesPublish(topic: string, account: string): object {
  return document({
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sns:Publish',
    Resource: topic,
    Condition: { StringEquals: { 'aws:SourceAccount': account } },
  });
}
