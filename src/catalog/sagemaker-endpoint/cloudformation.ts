import type { NodeOf } from '../../engine/facets';
import { attribute, present, reference, type CloudFormation } from '../cloudformation';
import type { Props } from './props';

export const ENDPOINT = 'AWS::SageMaker::Endpoint';

export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { endpointConfig, rollbackAlarms } = node.props;
  return {
    Type: ENDPOINT,
    Properties: present({
      EndpointName: node.name,
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
