import type { EventFacet } from '../../engine/monitoring/facets';
import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { RequestSpec, Signer } from '../../engine/request/facets';
import { arnName } from '../arn';
import { apiOperation, apiOperations } from '../api';
import { bucketDeliveries } from '../deliveries';
import { onlyOne } from '../findings';
import { RECORDER } from './cloudformation';
import { cost } from './cost';
import { changeEvent, finds, verdicts } from './finds';
import type { Props } from './props';

type Recorder = NodeOf<Props>;

const CONFIG = 'config.amazonaws.com';

function arnOf({ name }: Recorder, { account }: FacetContext): string {
  return `arn:aws:config:${account.region}:${account.id}:configuration-recorder/${arnName(name)}`;
}

/** The recorder's role looks at the bucket and writes below its own prefix, with full control for the owner. */
function requests(node: Recorder, context: FacetContext): readonly RequestSpec[] {
  const { role, bucket, recording } = node.props;
  if (!recording || !bucket) return [];
  const signer: Signer = { type: 'identity', node: role, service: CONFIG };
  const path = `AWSLogs/${context.account.id}/Config/history.json.gz`;
  return bucketDeliveries(node, bucket, { signer, field: 'bucket', path, does: 'delivers history to' }, context);
}

function events({ props }: Recorder, context: FacetContext): readonly EventFacet[] {
  if (!props.recording) return [];
  const item = changeEvent(context);
  if (props.rules.length === 0) return [{ ...item, finding: true }];
  return [item, ...verdicts(props.rules, ['NON_COMPLIANT', 'COMPLIANT'], context)];
}

export const facets: Facets<Props> = {
  arn: arnOf,
  requests,
  events,
  detector: ({ props }) => ({
    on: props.recording,
    field: 'recording',
    finds: props.rules.length > 0 ? ['changes', 'posture'] : ['changes'],
    ...(!props.bucket && { blind: 'it has no bucket to deliver to.' }),
  }),
  refusals: (node, context) => onlyOne(node, 'config-recorder', 'recorder', context),
  operations: (node, context) => {
    const { role } = node.props;
    const api = { prefix: 'config', resourceType: RECORDER, resource: arnOf(node, context) };
    return [
      ...apiOperations(api, ['DescribeConfigRules', 'StopConfigurationRecorder', 'DeleteConfigurationRecorder']),
      apiOperation(api, 'PutConfigurationRecorder', { passes: role === undefined ? [] : [{ role, service: CONFIG }] }),
    ];
  },
  time: (node, context) => ({
    finds: (sighting) => finds(node, sighting, context),
    harms: {
      stopped: {
        action: 'config:StopConfigurationRecorder',
        leaves: { recording: false },
      },
      deleted: { action: 'config:DeleteConfigurationRecorder', leaves: 'gone' },
    },
  }),
  cost,
};
