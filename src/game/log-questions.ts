import type { LogQuery } from '../engine/time/query';

export type Asked = Pick<LogQuery, 'event' | 'principal' | 'result'>;

interface Question extends Asked {
  readonly id: string;
  readonly title: string;
}

/** Questions that are asked of records again and again. */
export const LOG_QUESTIONS: readonly [Question, ...Question[]] = [
  { id: 'invoked', title: 'Who called an endpoint?', event: 'InvokeEndpoint' },
  { id: 'deleted', title: 'Who deleted something?', event: 'Delete*' },
  { id: 'read', title: 'Who read objects?', event: 'GetObject' },
  { id: 'keys', title: 'Who decrypted with a key?', event: 'Decrypt' },
  { id: 'opened', title: 'Who changed the policy of a bucket?', event: 'PutBucketPolicy' },
  { id: 'stopped', title: 'Who stopped a trail?', event: 'StopLogging' },
  { id: 'refused', title: 'What was refused?', result: 'denied' },
  { id: 'all', title: 'Everything' },
];

const WHO =
  'coalesce(userIdentity.sessionContext.sessionIssuer.userName, userIdentity.userName, userIdentity.invokedBy)';

/** The same question in the query language of CloudWatch Logs Insights. */
export function insightsOf({ event, principal, result }: Asked): string {
  const called = event?.endsWith('*')
    ? `eventName like /^${event.slice(0, -1)}/`
    : event && `eventName = ${JSON.stringify(event)}`;
  const answered = result && (result === 'denied' ? 'ispresent(errorCode)' : 'not ispresent(errorCode)');
  const filters = [called, principal && `who = ${JSON.stringify(principal)}`, answered];
  return [
    `fields ${WHO} as who`,
    ...filters.flatMap((one) => (one ? [`filter ${one}`] : [])),
    'stats count(*) as times, max(@timestamp) as latest by who, eventName, errorCode',
    'sort times desc',
  ].join('\n| ');
}
