import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import { apiOperations } from '../api';
import { importedEvent, onlyOne } from '../findings';
import { isOn } from '../neighbour';
import { HUB } from './cloudformation';
import { cost } from './cost';
import { finds } from './finds';
import type { Props } from './props';

function arnOf({ account }: FacetContext): string {
  return `arn:aws:securityhub:${account.region}:${account.id}:hub/default`;
}

/** Its controls ask AWS Config ("Enabling AWS Config for Security Hub CSPM"). */
function blind({ props }: NodeOf<Props>, context: FacetContext): string | undefined {
  if (props.standards.length === 0) return 'no standard is on, so there is nothing to check.';
  const records = context.withTrait('config-recorder').some((one) => isOn(one, 'recording'));
  return records ? undefined : 'its controls need AWS Config, and no recorder is on.';
}

export const facets: Facets<Props> = {
  arn: (_node, context) => arnOf(context),
  detector: (node, context) => {
    const lesson = blind(node, context);
    return { on: true, field: 'standards', finds: ['posture'], ...(lesson !== undefined && { blind: lesson }) };
  },
  events: (_node, context) => [importedEvent('Security Hub', context)],
  refusals: (node, context) => onlyOne(node, 'security-hub', 'hub', context),
  operations: (_node, context) =>
    apiOperations({ prefix: 'securityhub', resourceType: HUB, resource: arnOf(context) }, [
      'GetFindings',
      'BatchDisableStandards',
      'DisableSecurityHub',
    ]),
  time: (node, context) => ({
    finds: (sighting) => finds(node, sighting, context),
    harms: {
      stopped: { action: 'securityhub:BatchDisableStandards', leaves: { standards: [] } },
      deleted: { action: 'securityhub:DisableSecurityHub', leaves: 'gone' },
    },
  }),
  cost,
};
