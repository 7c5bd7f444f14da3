/** Sentences for monitoring chains. */
export const MONITORING_REASONS: Readonly<Record<string, string>> = {
  'monitoring.watches': '{schedule} watches {source} for {what}.',
  'monitoring.refused': '{schedule} cannot run: {lesson}',
  'monitoring.no-source': '{schedule} watches nothing. Connect it to an endpoint.',
  'monitoring.capture-on': '{source} captures {percent} % of its requests into {bucket}.',
  'monitoring.capture-off': '{source} has data capture switched off, so {schedule} has nothing to read.',
  'monitoring.capture-no-input': '{source} does not capture inputs, which {what} needs.',
  'monitoring.capture-no-output': '{source} does not capture outputs, which {what} needs.',
  'monitoring.capture-blocked': '{source} cannot write what it captures into {bucket}: see the failed request.',
  'monitoring.capture-nowhere': '{source} captures requests but has no bucket to write them to.',
  'monitoring.baseline': '{schedule} compares with a baseline.',
  'monitoring.no-baseline':
    '{schedule} has no baseline. It runs and finds nothing, because there is nothing to compare with.',
  'monitoring.ground-truth': '{schedule} merges ground truth labels from {bucket}.',
  'monitoring.no-ground-truth': '{schedule} needs ground truth labels to see {what}.',
  'monitoring.no-output': '{schedule} has no bucket for its reports.',
  'monitoring.runs-every': 'It runs every {hours} h and may start up to 20 minutes late.',
  'monitoring.runs-daily': 'It runs every day at {at} UTC and may start up to 20 minutes late.',
  'monitoring.bad-schedule':
    '{schedule}: SageMaker does not accept this schedule expression. The shortest interval is one hour.',
  'monitoring.permission': '{schedule} is stopped on the way: see the failed request.',
  'monitoring.permissions-hold': 'The role may do everything that {schedule} needs.',
  'monitoring.publishes': '{schedule} publishes its results as CloudWatch metrics.',
  'monitoring.publishes-nothing': '{schedule} writes reports but publishes no CloudWatch metrics.',
  'monitoring.metric-exists': '{source} publishes {metric} in {namespace} ({unit}).',
  'monitoring.alarm-no-source': '{alarm} is not connected to anything that publishes a metric.',
  'monitoring.no-such-metric':
    '{alarm} looks for {metric} in {namespace}, and {source} publishes no such metric. The nearest name is {nearest}.',
  'monitoring.metric-silent': '{metric} is never published, because {schedule} does not run to its end.',
  'monitoring.never-fires':
    '{alarm} can never fire: {statistic} of {metric} stays between {min} and {max} ({unit}), and the alarm waits for {comparison} {threshold}.',
  'monitoring.always-fires':
    '{alarm} fires always: {statistic} of {metric} is never below {min} ({unit}), and the alarm waits for {comparison} {threshold}.',
  'monitoring.fires-without-data':
    '{alarm} fires only while {metric} has no data, because missing data count as breaching: {statistic} stays between {min} and {max} ({unit}), and the alarm waits for {comparison} {threshold}.',
  'monitoring.fires-without-metric': '{alarm} fires always: it never has data, and missing data count as breaching.',
  'monitoring.too-few-datapoints':
    '{alarm} can never fire: {metric} comes every {every} s, so the {window} s that it looks at hold fewer than {needed} data points, and missing ones count for nothing.',
  'monitoring.no-percentile':
    '{alarm} can never fire: {metric} may be negative (down to {min}), and of such a metric CloudWatch has no {statistic}.',
  'monitoring.n-of-m': '{alarm} asks for {needed} of {periods} data points, which CloudWatch refuses.',
  'monitoring.can-fire': '{alarm} fires when {statistic} of {metric} is {comparison} {threshold} ({unit}).',
  'monitoring.actions-disabled': '{alarm} has its actions disabled. It changes colour and tells nobody.',
  'monitoring.no-actions': '{alarm} has no action. It fires into the void.',
  'monitoring.tells-state': '{alarm} tells {target} when it goes to {state}.',
  'monitoring.cannot-tell-state': '{alarm} cannot tell {target} that it goes to {state}: see the failed request.',
  'monitoring.alarm-heard': '{rule} hears on the event bus that {alarm} goes off.',
  'monitoring.delivered': '{alarm} delivers to {target}.',
  'monitoring.not-delivered': '{alarm} cannot deliver to {target}: see the failed request.',
  'monitoring.passed-on': '{from} passes the message on to {target} ({action}).',
  'monitoring.not-passed-on': '{from} cannot pass the message on to {target}: see the failed request.',
  'monitoring.no-subscription': '{target} has no confirmed subscription, so nobody is told.',
  'monitoring.reaches': '{target} tells {endpoint} by {protocol}.',
  'monitoring.machine': '{target} hands it to {endpoint} by {protocol}, and that is no person.',
  'monitoring.nobody-told': '{alarm} sets off {target}, and no person hears of it.',
  'monitoring.trail-off': '{trail} is not logging.',
  'monitoring.trail-nowhere': '{trail} has no bucket to deliver to.',
  'monitoring.trail-delivers': '{trail} delivers to {bucket}.',
  'monitoring.trail-logs': '{trail} writes its events to {log} as well.',
  'monitoring.trail-logs-blocked':
    '{trail} cannot write its events to {log}: see the failed request. Its log files do not wait for that.',
  'monitoring.trail-blocked': '{trail} cannot deliver its log files: see the failed request.',
};
