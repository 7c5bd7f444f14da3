import * as z from 'zod/mini';
import { ref, refs } from '../../model/field';

export const Props = z.strictObject({
  endpointConfig: ref('sagemaker-endpoint-config', {
    title: 'Endpoint configuration',
    help: 'Model, instances, keys and data capture all stand there.',
    aws: 'EndpointConfigName',
  }),
  rollbackAlarms: refs('cloudwatch-alarm', {
    title: 'Roll back on alarms',
    help: 'Watched only while a deployment bakes. Later rollback is a call to UpdateEndpoint that somebody makes.',
    aws: 'DeploymentConfig.AutoRollbackConfiguration.Alarms',
  }),
});
export type Props = z.output<typeof Props>;
