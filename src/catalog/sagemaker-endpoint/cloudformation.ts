import type { NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import {
  attribute,
  type CloudFormation,
  defineTemplate,
  plainName,
  present,
  type Reading,
  reference,
} from '../cloudformation';
import type { Props } from './props';

export const ENDPOINT = 'AWS::SageMaker::Endpoint';

const SIZE = 'CAPACITY_PERCENT';

export function cloudFormation(node: NodeOf<Props>): CloudFormation {
  const { endpointConfig } = node.props;
  return {
    Type: ENDPOINT,
    Properties: present({
      EndpointName: plainName(node.name),
      EndpointConfigName: endpointConfig ? attribute(endpointConfig, 'EndpointConfigName') : undefined,
      DeploymentConfig: deployment(node.props),
    }),
  };
}

/** Nothing is written for what AWS does by itself: blue/green, all at once, and nobody watches. */
function deployment(props: Props): Json | undefined {
  const { trafficShift, rollbackAlarms, waitSeconds, terminationWaitSeconds, timeoutSeconds } = props;
  if (trafficShift === 'ALL_AT_ONCE' && rollbackAlarms.length === 0 && timeoutSeconds === undefined) return undefined;
  const size = { Type: SIZE, Value: props.stepPercent };
  return present({
    ...(trafficShift === 'ROLLING'
      ? {
          RollingUpdatePolicy: present({
            MaximumBatchSize: size,
            WaitIntervalInSeconds: waitSeconds,
            MaximumExecutionTimeoutInSeconds: timeoutSeconds,
          }),
        }
      : {
          BlueGreenUpdatePolicy: present({
            TrafficRoutingConfiguration: present({
              Type: trafficShift,
              WaitIntervalInSeconds: waitSeconds,
              CanarySize: trafficShift === 'CANARY' ? size : undefined,
              LinearStepSize: trafficShift === 'LINEAR' ? size : undefined,
            }),
            TerminationWaitInSeconds: terminationWaitSeconds,
            MaximumExecutionTimeoutInSeconds: timeoutSeconds,
          }),
        }),
    AutoRollbackConfiguration:
      rollbackAlarms.length > 0 ? { Alarms: rollbackAlarms.map((id) => ({ AlarmName: reference(id) })) } : undefined,
  });
}

const BLUE_GREEN = 'DeploymentConfig.BlueGreenUpdatePolicy';
const TRAFFIC = `${BLUE_GREEN}.TrafficRoutingConfiguration`;
const TIMEOUT = 'MaximumExecutionTimeoutInSeconds';
const ROLLING = 'DeploymentConfig.RollingUpdatePolicy';

function readDeployment(reading: Reading) {
  if (reading.has(ROLLING)) {
    return {
      trafficShift: 'ROLLING',
      ...readSize(reading, `${ROLLING}.MaximumBatchSize`),
      ...readWait(reading, ROLLING),
      timeoutSeconds: reading.number(`${ROLLING}.${TIMEOUT}`),
    };
  }
  const type = reading.text(`${TRAFFIC}.Type`);
  const size = type === 'CANARY' ? 'CanarySize' : type === 'LINEAR' ? 'LinearStepSize' : undefined;
  return {
    trafficShift: type,
    ...(size !== undefined && readSize(reading, `${TRAFFIC}.${size}`)),
    ...readWait(reading, TRAFFIC),
    timeoutSeconds: reading.number(`${BLUE_GREEN}.${TIMEOUT}`),
    terminationWaitSeconds: reading.number(`${BLUE_GREEN}.TerminationWaitInSeconds`),
  };
}

function readWait(reading: Reading, path: string) {
  return { waitSeconds: reading.number(`${path}.WaitIntervalInSeconds`) };
}

/** Counts of instances have no share here. */
function readSize(reading: Reading, path: string) {
  if (reading.text(`${path}.Type`) === SIZE) return { stepPercent: reading.number(`${path}.Value`) };
  reading.skip(`${path}.Value`, 'Steps are shares of the fleet here.');
  return {};
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  nodes: {
    [ENDPOINT]: {
      name: 'EndpointName',
      props(reading) {
        const alarms = reading
          .list('DeploymentConfig.AutoRollbackConfiguration.Alarms')
          .flatMap((one) => one.ref('AlarmName') ?? []);
        reading.skip('RetainDeploymentConfig', 'Every deployment here follows what is drawn.');
        return {
          endpointConfig: reading.ref('EndpointConfigName'),
          ...readDeployment(reading),
          rollbackAlarms: alarms.length > 0 ? alarms : undefined,
        };
      },
    },
  },
});
