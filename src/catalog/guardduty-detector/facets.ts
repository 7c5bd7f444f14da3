import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import { apiOperations } from '../api';
import { onlyOne } from '../findings';
import { DETECTOR } from './cloudformation';
import { cost } from './cost';
import { finds, findings } from './finds';
import type { Props } from './props';

/** A detector has a generated id; the node's own stands in for it. */
function arnOf({ id }: NodeOf<Props>, { account }: FacetContext): string {
  return `arn:aws:guardduty:${account.region}:${account.id}:detector/${id}`;
}

/** Finding types that a design of this kind can meet ("GuardDuty finding types"). Not all of them. */
const TYPES = [
  'Discovery:S3/AnomalousBehavior',
  'Exfiltration:S3/AnomalousBehavior',
  'Policy:S3/BucketAnonymousAccessGranted',
  'Policy:S3/BucketBlockPublicAccessDisabled',
  'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS',
  'CredentialAccess:IAMUser/AnomalousBehavior',
  'Discovery:IAMUser/AnomalousBehavior',
  'Exfiltration:IAMUser/AnomalousBehavior',
  'Impact:IAMUser/AnomalousBehavior',
  'Stealth:IAMUser/CloudTrailLoggingDisabled',
  'Recon:EC2/Portscan',
  'CryptoCurrency:EC2/BitcoinTool.B!DNS',
];

export const facets: Facets<Props> = {
  arn: arnOf,
  detector: ({ props }) => ({ on: props.enable, field: 'enable', finds: ['threats'] }),
  events: (node, context) =>
    // Low, medium, high and critical.
    node.props.enable ? findings(TYPES, [2, 5, 8, 9], context) : [],
  refusals: (node, context) => onlyOne(node, 'guardduty-detector', 'detector', context),
  operations: (node, context) =>
    apiOperations({ prefix: 'guardduty', resourceType: DETECTOR, resource: arnOf(node, context) }, [
      'GetFindings',
      'UpdateDetector',
      'DeleteDetector',
    ]),
  time: (node, context) => ({
    finds: (sighting) => finds(node, sighting, context),
    harms: {
      stopped: { action: 'guardduty:UpdateDetector', leaves: { enable: false }, undo: 'guardduty:UpdateDetector' },
      deleted: { action: 'guardduty:DeleteDetector', leaves: 'gone' },
    },
  }),
  cost,
};
