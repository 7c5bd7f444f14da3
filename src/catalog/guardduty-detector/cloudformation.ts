import type { NodeOf } from '../../engine/facets';
import { type CloudFormation, defineTemplate } from '../cloudformation';
import type { Props } from './props';

export const DETECTOR = 'AWS::GuardDuty::Detector';
const S3 = 'S3_DATA_EVENTS';

export function cloudFormation({ name, props }: NodeOf<Props>): CloudFormation {
  return {
    Type: DETECTOR,
    Properties: {
      Enable: props.enable,
      FindingPublishingFrequency: props.findingPublishingFrequency,
      Features: [{ Name: S3, Status: props.s3DataEvents ? 'ENABLED' : 'DISABLED' }],
      Tags: [{ Key: 'Name', Value: name }],
    },
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    [DETECTOR]: {
      props(reading) {
        const s3 = reading
          .list('Features')
          .find((one) => one.text('Name') === S3)
          ?.text('Status');
        return {
          enable: reading.flag('Enable'),
          findingPublishingFrequency: reading.text('FindingPublishingFrequency'),
          s3DataEvents: s3 === undefined ? undefined : s3 === 'ENABLED',
        };
      },
    },
  },
});
