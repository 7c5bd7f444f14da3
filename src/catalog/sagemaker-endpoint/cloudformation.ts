import type { NodeOf } from '../../engine/facets';
import { attribute, type CloudFormation, defineTemplate, plainName, present, reference } from '../cloudformation';
import type { Props } from './props';

export const ENDPOINT = 'AWS::SageMaker::Endpoint';

export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { endpointConfig, rollbackAlarms } = node.props;
  return {
    Type: ENDPOINT,
    Properties: present({
      EndpointName: plainName(node.name),
      EndpointConfigName: endpointConfig ? attribute(endpointConfig, 'EndpointConfigName') : undefined,
      DeploymentConfig:
        rollbackAlarms.length > 0
          ? {
              BlueGreenUpdatePolicy: {
                TrafficRoutingConfiguration: { Type: 'ALL_AT_ONCE', WaitIntervalInSeconds: 600 },
              },
              AutoRollbackConfiguration: { Alarms: rollbackAlarms.map((id) => ({ AlarmName: reference(id) })) },
            }
          : undefined,
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  nodes: {
    [ENDPOINT]: {
      name: 'EndpointName',
      props(reading) {
        reading.skip('DeploymentConfig.BlueGreenUpdatePolicy', 'How traffic moves is not simulated.');
        const alarms = reading
          .list('DeploymentConfig.AutoRollbackConfiguration.Alarms')
          .flatMap((one) => one.ref('AlarmName') ?? []);
        return {
          endpointConfig: reading.ref('EndpointConfigName'),
          rollbackAlarms: alarms.length > 0 ? alarms : undefined,
        };
      },
    },
  },
});
