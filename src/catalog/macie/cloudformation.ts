import type { NodeOf } from '../../engine/facets';
import { type CloudFormation, defineTemplate, readWord } from '../cloudformation';
import type { Props } from './props';

export const SESSION = 'AWS::Macie::Session';

export function cloudFormation({ name, props }: NodeOf<Props>): CloudFormation {
  return {
    Type: SESSION,
    Properties: {
      Status: props.enabled ? 'ENABLED' : 'PAUSED',
      FindingPublishingFrequency: props.findingPublishingFrequency,
    },
    ...(props.buckets.length > 0 && {
      Notes: [
        `${name}: a template cannot start a discovery job. Create it in Macie, for the buckets that are connected.`,
      ],
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    [SESSION]: {
      props(reading) {
        return {
          enabled: readWord(reading, 'Status', 'ENABLED'),
          findingPublishingFrequency: reading.text('FindingPublishingFrequency'),
        };
      },
    },
  },
});
