import type { NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import { attribute, type CloudFormation, defineTemplate, plainName, type Reading } from '../cloudformation';
import type { Props } from './props';

export const WEB_ACL = 'AWS::WAFv2::WebACL';

function visibility(name: string): Json {
  return { CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true, MetricName: plainName(name) };
}

function rules({ rules: groups, rateLimit }: Props): Json[] {
  const made: Json[] = groups.map((group, index) => ({
    Name: group,
    Priority: index,
    Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: group } },
    OverrideAction: { None: {} },
    VisibilityConfig: visibility(group),
  }));
  if (rateLimit !== undefined)
    made.push({
      Name: 'rate',
      Priority: groups.length,
      Statement: { RateBasedStatement: { Limit: rateLimit, AggregateKeyType: 'IP' } },
      Action: { Block: {} },
      VisibilityConfig: visibility('rate'),
    });
  return made;
}

export function cloudFormation({ id, name, props }: NodeOf<Props>): CloudFormation {
  return {
    Type: WEB_ACL,
    Properties: {
      Name: plainName(name),
      Scope: props.scope,
      DefaultAction: { Allow: {} },
      Rules: rules(props),
      VisibilityConfig: visibility(name),
    },
    ...(props.logs && {
      With: {
        Logging: {
          Type: 'AWS::WAFv2::LoggingConfiguration',
          Properties: { ResourceArn: attribute(id, 'Arn'), LogDestinationConfigs: [attribute(props.logs, 'Arn')] },
        },
      },
    }),
  };
}

function readRules(reading: Reading) {
  const groups: string[] = [];
  let rateLimit: number | undefined;
  for (const rule of reading.list('Rules')) {
    for (const path of ['Name', 'Priority', 'OverrideAction', 'Action', 'VisibilityConfig'])
      rule.skip(path, 'Each rule group does what AWS sets.');
    const group = rule.text('Statement.ManagedRuleGroupStatement.Name');
    rule.text('Statement.ManagedRuleGroupStatement.VendorName');
    if (group !== undefined) groups.push(group);
    rateLimit ??= rule.number('Statement.RateBasedStatement.Limit');
    rule.text('Statement.RateBasedStatement.AggregateKeyType');
  }
  return { rules: groups, rateLimit };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  arn: 'Arn',
  nodes: {
    [WEB_ACL]: {
      name: 'Name',
      props(reading) {
        reading.skip('DefaultAction', 'What no rule names is let through here.');
        reading.skip('VisibilityConfig', 'Its metrics are not simulated.');
        return { scope: reading.text('Scope'), ...readRules(reading) };
      },
    },
  },
  parts: {
    'AWS::WAFv2::LoggingConfiguration': {
      of: ['ResourceArn'],
      add: (reading) => ({ props: { logs: reading.ref('LogDestinationConfigs[0]') } }),
    },
  },
});
