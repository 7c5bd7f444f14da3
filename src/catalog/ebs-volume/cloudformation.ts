import type { FacetContext, NodeOf } from '../../engine/facets';
import { attribute, type CloudFormation, defineTemplate, nameTag, present } from '../cloudformation';
import type { Props } from './props';

export const VOLUME = 'AWS::EC2::Volume';

/** A volume stands in the zone of its instance; without one, in the first zone. */
export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { id, name, props } = node;
  const instance = context.referrers(id).find(({ pattern }) => pattern === 'volumes[]')?.node.id;
  return {
    Type: VOLUME,
    Properties: present({
      AvailabilityZone: instance === undefined ? `${context.account.region}a` : attribute(instance, 'AvailabilityZone'),
      Encrypted: props.encrypted,
      KmsKeyId: props.encrypted && props.kmsKey ? attribute(props.kmsKey, 'Arn') : undefined,
      VolumeType: props.volumeType,
      Size: props.sizeGb,
      Tags: nameTag(name),
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    [VOLUME]: {
      props(reading) {
        reading.text('AvailabilityZone');
        return {
          encrypted: reading.flag('Encrypted'),
          kmsKey: reading.ref('KmsKeyId'),
          volumeType: reading.text('VolumeType'),
          sizeGb: reading.number('Size'),
        };
      },
    },
  },
});
