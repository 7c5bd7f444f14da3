import { example, policy } from '../../src/checks/example';
import type { Json } from '../../src/model/json';

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
  data: ['s3-bucket', { versioning: true, noncurrentExpireDays: 30, accessLogs: 'access' }],
  access: ['s3-bucket', { versioning: true, noncurrentExpireDays: 30, policy: admitsLogs }],
  config: ['sagemaker-endpoint-config', { dataCapture: { enabled: true, bucket: 'data', samplingPercent: 20 } }],
  trail: ['cloudtrail-trail', { bucket: 'data' }],
});

/** The same, left as it comes. */
export const NEGLECTED = example('Neglected', {
  ...monitors(false),
  notebook: ['sagemaker-notebook'],
  logs: ['log-group'],
  data: ['s3-bucket', { versioning: true, blockPublicAccess: false }],
  config: ['sagemaker-endpoint-config', { dataCapture: { enabled: true, bucket: 'data' } }],
  trail: ['cloudtrail-trail', { bucket: 'data' }],
});
