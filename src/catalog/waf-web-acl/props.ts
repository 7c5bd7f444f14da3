import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { choice, int } from '../../model/schema';
import { requestsPerMonth } from '../traffic-field';

/** Names of rule groups that AWS keeps ("AWS Managed Rules rule groups list"). */
export const RULE_GROUPS = [
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesSQLiRuleSet',
  'AWSManagedRulesAmazonIpReputationList',
] as const;

export const Props = z
  .strictObject({
    scope: field(choice(['REGIONAL', 'CLOUDFRONT'], 'REGIONAL'), {
      title: 'Scope',
      help: 'REGIONAL for load balancers and APIs, CLOUDFRONT for distributions. One does not fit the other.',
      aws: 'Scope',
      immutable: true,
    }),
    rules: field(
      z._default(
        z.array(field(z.enum(RULE_GROUPS), { title: 'Rule group', help: 'Kept by AWS.' })).check(z.maxLength(10)),
        ['AWSManagedRulesCommonRuleSet'],
      ),
      { title: 'Managed rules', help: 'Without a rule it lets everything through.', aws: 'Rules' },
    ),
    rateLimit: field(z.optional(int(10, 2_000_000_000)), {
      title: 'Requests an address may send',
      help: 'In five minutes; above it, they are blocked. Empty = no limit.',
      aws: 'RateBasedStatement.Limit',
    }),
    logs: ref('log-group', {
      title: 'Logs to',
      help: 'The name of the log group must begin with aws-waf-logs-.',
      aws: 'LoggingConfiguration.LogDestinationConfigs',
    }),
    requestsPerMonth: requestsPerMonth('For the cost estimate only.'),
  })
  .check(
    z.superRefine((props, issues) => {
      if (new Set(props.rules).size < props.rules.length)
        issues.addIssue({ code: 'custom', path: ['rules'], message: 'Each rule group stands in a web ACL once.' });
    }),
  );
export type Props = z.output<typeof Props>;
