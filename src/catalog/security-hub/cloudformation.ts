import type { FacetContext, NodeOf } from '../../engine/facets';
import { type CloudFormation, type CloudFormationPart, defineTemplate } from '../cloudformation';
import type { Props } from './props';

export const HUB = 'AWS::SecurityHub::Hub';

export function cloudFormation({ id, props }: NodeOf<Props>, { account }: FacetContext): CloudFormation {
  const parts = props.standards.map((standard, index): [string, CloudFormationPart] => [
    `Standard${index}`,
    {
      Type: 'AWS::SecurityHub::Standard',
      Properties: { StandardsArn: `arn:aws:securityhub:${account.region}::standards/${standard}` },
      DependsOn: [id],
    },
  ]);
  return {
    Type: HUB,
    Properties: { EnableDefaultStandards: false, AutoEnableControls: props.autoEnableControls },
    ...(parts.length > 0 && { With: Object.fromEntries(parts) }),
  };
}

/** Standards of a template do not say which hub they belong to: they stay with what a drawing keeps for itself. */
export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  arn: 'ARN',
  nodes: {
    [HUB]: {
      props(reading) {
        reading.flag('EnableDefaultStandards');
        return { autoEnableControls: reading.flag('AutoEnableControls') };
      },
    },
  },
});
