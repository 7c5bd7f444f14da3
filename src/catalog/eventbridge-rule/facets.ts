import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Operation, RequestSpec, Signer } from '../../engine/request/facets';
import { apiOperations } from '../api';
import { arnName } from '../arn';
import { callEvent } from '../aws-events';
import { messages } from '../deliveries';
import { RULE } from './cloudformation';
import { fits, readPattern } from './pattern';
import type { Props } from './props';
import { secondsBetween } from './schedule';

type Rule = NodeOf<Props>;

const EVENTS = 'events.amazonaws.com';

function arnOf(node: Rule, { account }: FacetContext): string {
  return `arn:aws:events:${account.region}:${account.id}:rule/${arnName(node.name)}`;
}

/** Reads without a state of its own that asks for them do not come to rules ("State" of a rule). */
const READS = /^(List|Get|Describe)/;

function hearsCall(
  { props }: Rule,
  call: { readonly source: string; readonly event: string },
  context: FacetContext,
): boolean {
  const { pattern } = readPattern(props.pattern);
  return pattern !== undefined && !READS.test(call.event) && fits(pattern, callEvent(call, context));
}

/** Targets with policies of their own are asked in EventBridge's own name, with the ARN of the rule. */
function requests(node: Rule, context: FacetContext): readonly RequestSpec[] {
  if (!node.props.enabled) return [];
  const signer: Signer = { type: 'service', principal: EVENTS, sourceArn: arnOf(node, context) };
  return messages(node, { ids: node.props.targets, field: 'targets' }, () => ({ signer }), context);
}

function operations(node: Rule, context: FacetContext): readonly Operation[] {
  const api = { prefix: 'events', resourceType: RULE, resource: arnOf(node, context) };
  return apiOperations(api, ['DescribeRule', 'DisableRule', 'EnableRule', 'PutRule', 'DeleteRule']);
}

export const facets: Facets<Props> = {
  arn: arnOf,
  requests,
  operations,
  refusals: ({ props }) => {
    const { problem } = readPattern(props.pattern);
    const schedule = props.schedule.trim();
    return [
      ...(problem === undefined ? [] : [{ field: 'pattern', message: problem }]),
      ...(schedule !== '' && secondsBetween(schedule) === 0
        ? [
            {
              field: 'schedule',
              message: 'Write rate(1 hour), rate(5 minutes), or cron with six fields, one of the two days as "?".',
            },
          ]
        : []),
    ];
  },
  rule: (node, context) => {
    const { pattern } = readPattern(node.props.pattern);
    const schedule = node.props.schedule.trim();
    return {
      enabled: node.props.enabled,
      ...(schedule !== '' && { everySeconds: secondsBetween(schedule) }),
      hears: (event) => pattern !== undefined && fits(pattern, event),
      hearsCall: ({ eventSource, eventName }) => hearsCall(node, { source: eventSource, event: eventName }, context),
      targets: node.props.targets,
    };
  },
  time: (node, context) => ({
    hears: (call) => node.props.enabled && hearsCall(node, call, context),
    harms: {
      stopped: { action: 'events:DisableRule', leaves: { enabled: false }, undo: 'events:EnableRule' },
      deleted: { action: 'events:DeleteRule', leaves: 'gone' },
    },
  }),
  // Rules on events of AWS services, and scheduled ones, cost nothing (as far as we know).
  cost: () => [],
};
