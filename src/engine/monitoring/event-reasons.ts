/** Sentences for rules on events and for detectors. */
export const EVENT_REASONS: Readonly<Record<string, string>> = {
  'monitoring.rule-off': '{rule} is disabled. Events pass it by.',
  'monitoring.rule-ticks': '{rule} goes off every {minutes} min.',
  'monitoring.rule-bad-schedule': '{rule} never goes off: its schedule expression is not accepted.',
  'monitoring.rule-hears': '{rule} hears {events} of {from}.',
  'monitoring.rule-needs-trail':
    '{rule} waits for the call {event}, and no trail that works records it. Without a trail, calls make no events.',
  'monitoring.rule-hears-nothing':
    '{rule} hears nothing in this drawing: its pattern fits no event. Events that happen here: {known}.',
  'monitoring.detector-off': '{detector} is off. It finds nothing.',
  'monitoring.detector-blind': '{detector} finds nothing: {lesson}',
  'monitoring.detector-blocked': '{detector} cannot do its work: see the failed request.',
  'monitoring.detector-looks': '{detector} looks for {what}.',
  'monitoring.finds-access': '{detector} reports that {who} may use {actions} on {resource}.',
  'monitoring.findings-unheard': '{detector} reports to a console that nobody watches: no rule hears its findings.',
  'monitoring.findings-heard': '{rule} hears the findings of {detector}.',
  'monitoring.findings-lost': '{rule} hears the findings of {detector} and tells nobody.',
};
