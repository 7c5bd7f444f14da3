import type { NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { type CloudFormation, defineTemplate, present, type Reading } from '../cloudformation';
import { readKey, writtenKey } from '../key-template';
import type { Props } from './props';

export const STREAM = 'AWS::Kinesis::Stream';
const MODE = 'StreamModeDetails.StreamMode';

export function cloudFormation({ name, props }: NodeOf<Props>): CloudFormation {
  const provisioned = props.mode === 'provisioned';
  const key = writtenKey(props, 'kinesis');
  return {
    Type: STREAM,
    Properties: present({
      Name: arnName(name),
      RetentionPeriodHours: props.retentionHours,
      StreamModeDetails: { StreamMode: provisioned ? 'PROVISIONED' : 'ON_DEMAND' },
      ShardCount: provisioned ? props.shards : undefined,
      StreamEncryption: key === undefined ? undefined : { EncryptionType: 'KMS', KeyId: key },
    }),
  };
}

function readEncryption(reading: Reading) {
  if (reading.text('StreamEncryption.EncryptionType') !== 'KMS') {
    reading.text('StreamEncryption.KeyId');
    return {};
  }
  return readKey(reading, 'StreamEncryption.KeyId', 'kinesis');
}

function readMode(reading: Reading): string | undefined {
  const mode = reading.text(MODE);
  if (mode === 'PROVISIONED' || (mode === undefined && reading.has('ShardCount'))) return 'provisioned';
  return mode === 'ON_DEMAND' ? 'on-demand' : mode;
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  arn: 'Arn',
  nodes: {
    [STREAM]: {
      name: 'Name',
      props: (reading) => ({
        ...readEncryption(reading),
        retentionHours: reading.number('RetentionPeriodHours'),
        mode: readMode(reading),
        shards: reading.number('ShardCount'),
      }),
    },
  },
});
