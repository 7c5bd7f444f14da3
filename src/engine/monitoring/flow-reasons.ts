/** Sentences for flow logs. */
export const FLOW_REASONS: Readonly<Record<string, string>> = {
  'monitoring.flow-log-delivers': '{log} writes its records to {destination}.',
  'monitoring.flow-log-nowhere': '{log} has no destination, so it records nothing.',
  'monitoring.flow-log-blocked': '{log} cannot write to {destination}: see the failed request.',
  'monitoring.flow-recorded': 'Flow log {log} records these packets as {action}, within about {minutes} min.',
  'monitoring.flow-missed': 'Flow log {log} keeps no record of these packets ({action}): {why}.',
};
