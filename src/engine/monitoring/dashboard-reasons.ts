/** Sentences about dashboards. What is said of their metrics is said of those of alarms too. */
export const DASHBOARD_REASONS: Readonly<Record<string, string>> = {
  'monitoring.dashboard-empty': '{dashboard} shows nothing. Connect it to what publishes metrics, or to alarms.',
  'monitoring.dashboard-alarm': '{dashboard} shows the state of {alarm}.',
  'monitoring.dashboard-seen': '{who} may open {dashboard} and see what it shows.',
  'monitoring.dashboard-hidden': '{who} may not do {action}, so {dashboard} does not show everything to them.',
  'monitoring.dashboard-unseen': 'Nobody is drawn who looks at {dashboard}.',
  'monitoring.dashboard-silent':
    '{dashboard} notifies nobody: somebody has to look. What must be noticed takes an alarm with an action.',
};
