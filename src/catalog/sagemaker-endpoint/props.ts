import * as z from 'zod/mini';
import { field, ref, refs } from '../../model/field';
import { choice, int } from '../../model/schema';

/** Sizes that AWS accepts, in percent of the new fleet ("Use canary / linear traffic shifting", "rolling deployments"). */
const SIZES = { ALL_AT_ONCE: [1, 100], CANARY: [1, 50], LINEAR: [10, 50], ROLLING: [5, 50] } as const;

/** Seconds that a deployment waits: after each of its steps, and for the old fleet at the end. */
function waitsOf({
  trafficShift,
  stepPercent,
  waitSeconds,
  terminationWaitSeconds,
}: {
  readonly trafficShift: keyof typeof SIZES;
  readonly stepPercent: number;
  readonly waitSeconds: number;
  readonly terminationWaitSeconds: number;
}): number {
  const steps = {
    ALL_AT_ONCE: 1,
    CANARY: 2,
    LINEAR: Math.ceil(100 / stepPercent),
    ROLLING: Math.ceil(100 / stepPercent),
  };
  return steps[trafficShift] * waitSeconds + terminationWaitSeconds;
}

export const Props = z
  .strictObject({
    endpointConfig: ref('sagemaker-endpoint-config', {
      title: 'Endpoint configuration',
      help: 'Model, instances, keys and data capture all stand there.',
      aws: 'EndpointConfigName',
    }),
    trafficShift: field(choice(['ALL_AT_ONCE', 'CANARY', 'LINEAR', 'ROLLING'], 'ALL_AT_ONCE'), {
      title: 'A new version takes over',
      help: 'The first three are blue/green: the old fleet waits until the new one has baked. Rolling replaces it batch by batch.',
      aws: 'TrafficRoutingConfiguration.Type',
    }),
    stepPercent: field(z._default(int(1, 100), 20), {
      title: 'Step',
      help: 'Size of the canary (at most 50), of each linear step (10 to 50) or of each batch (5 to 50). All at once has none.',
      unit: '%',
      aws: 'TrafficRoutingConfiguration.CanarySize, LinearStepSize, RollingUpdatePolicy.MaximumBatchSize',
    }),
    waitSeconds: field(z._default(int(0, 3600), 600), {
      title: 'Baking time of each step',
      help: 'Alarms can send the new version back only while it bakes. 0 = they have no time.',
      unit: 's',
      aws: 'WaitIntervalInSeconds',
    }),
    terminationWaitSeconds: field(z._default(int(0, 3600), 0), {
      title: 'Old fleet stays for',
      help: 'Blue/green only: further time after the last step before the old fleet goes.',
      unit: 's',
      aws: 'BlueGreenUpdatePolicy.TerminationWaitInSeconds',
    }),
    timeoutSeconds: field(z.optional(int(600, 28_800)), {
      title: 'Time limit of a deployment',
      help: '600 to 28800, and longer than all its waiting. Empty = AWS decides. The simulated deployments stay within it.',
      unit: 's',
      aws: 'BlueGreenUpdatePolicy.MaximumExecutionTimeoutInSeconds, RollingUpdatePolicy.MaximumExecutionTimeoutInSeconds',
    }),
    rollbackAlarms: refs('cloudwatch-alarm', {
      title: 'Roll back on alarms',
      help: 'Watched only while a deployment bakes. Later rollback is a call to UpdateEndpoint that somebody makes.',
      aws: 'DeploymentConfig.AutoRollbackConfiguration.Alarms',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      const refuse = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
      const [least, most] = SIZES[props.trafficShift];
      if (props.stepPercent < least || props.stepPercent > most)
        refuse('stepPercent', `A step of this deployment is ${least} to ${most} % of the fleet.`);
      if (props.trafficShift === 'ROLLING' && props.terminationWaitSeconds > 0)
        refuse('terminationWaitSeconds', 'A rolling deployment keeps no old fleet: each batch replaces a part of it.');
      const waits = waitsOf(props);
      if (props.timeoutSeconds !== undefined && props.timeoutSeconds <= waits)
        refuse('timeoutSeconds', `The steps wait ${waits} s in all. The time limit must be longer.`);
      if (props.rollbackAlarms.length > 10) refuse('rollbackAlarms', 'AWS watches at most ten alarms.');
    }),
  );
export type Props = z.output<typeof Props>;
