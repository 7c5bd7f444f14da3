import { Diagram } from '../../src/model/diagram';
import { Scenario } from '../../src/model/scenario';

const node = (id: string, kind: string, props: object = {}, more: object = {}) => ({
  id,
  kind,
  name: id,
  position: { x: 0, y: 0 },
  props,
  ...more,
});
export const drawing = (rotates: boolean) =>
  Diagram.parse({
    nodes: {
      key: node('key', 'kms-key', rotates ? { enableKeyRotation: true } : {}),
      data: node('data', 's3-bucket', { encryption: 'sse-kms', kmsKey: 'key' }, { locked: true }),
    },
  });
const asks = (id: string, holds: 'met' | 'missed') => ({
  id,
  text: id,
  why: `Because ${id}.`,
  when: [{ check: 'keys-rotate', holds }],
});
/** Asks of a key that does not rotate whether it does; then it is to be mended. */
export const scenario = Scenario.parse({
  format: 'perimeter-scenario',
  version: 1,
  id: 'foretell',
  title: 'Foretell',
  summary: 'Say it first.',
  story: 'A clinic keeps scans.',
  task: 'predict',
  difficulty: 'foundation',
  minutes: 5,
  domain: 'Data protection',
  start: drawing(false),
  allowedKinds: ['kms-key', 's3-bucket'],
  predictions: [
    {
      id: 'rotates',
      text: 'Does the key rotate?',
      options: [
        asks('yes', 'met'),
        {
          ...asks('silent', 'missed'),
          when: [{ check: 'customer-managed-keys', params: { kinds: ['sns-topic'] }, holds: 'missed' }],
        },
        { ...asks('both', 'missed'), when: [{ check: 'keys-rotate' }, { check: 'keys-rotate', holds: 'missed' }] },
        asks('no', 'missed'),
      ],
      points: 5,
      hints: [{ level: 'nudge', text: 'Select the key.' }],
      debrief: 'Rotation is off until you switch it on.',
    },
  ],
  requirements: [{ id: 'rotation', title: 'Keys rotate', check: 'keys-rotate', points: 5, debrief: 'Off at first.' }],
  debrief: 'Well.',
});
