import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import type { Proposal } from '../../src/game/proof/contract';
import { gapsOf, prove } from '../../src/game/prove';
import { Attempt, Scenario, Solution } from '../../src/model/scenario';

export type Json = Record<string, unknown>;
export const rules = { catalog, checks };

export const node = (id: string, kind: string, props: Json = {}, more: Json = {}) => ({
  [id]: { id, kind, name: id, position: { x: 0, y: 0 }, props, ...more },
});
export const drawing = (...nodes: Json[]) => ({ nodes: Object.assign({}, ...nodes) as Json });
export const hints = ['nudge', 'principle', 'where'].map((level) => ({ level, text: 'Look at the key.' }));

export const rotation = {
  id: 'rotation',
  title: 'Keys rotate',
  check: 'keys-rotate',
  points: 2,
  hints,
  debrief: 'Rotation is off until you switch it on.',
};
export const ownKeys = {
  id: 'own-keys',
  title: 'Data rests under your own key',
  check: 'customer-managed-keys',
  params: { kinds: ['s3-bucket', 'sns-topic'] },
  points: 2,
  hints,
  debrief: 'Whoever holds the key holds the data.',
};
export const question = {
  id: 'why',
  text: 'Who rotates a customer managed key?',
  options: [
    { text: 'You, by a switch', correct: true, why: 'It is off at first.' },
    { text: 'Nobody', correct: false, why: 'AWS does, once you say so.' },
  ],
};

export const foresight = {
  id: 'rotates',
  text: 'The key is as it is. Does it rotate?',
  params: { withinDays: 400 },
  options: [
    { id: 'yes', text: 'Yes', why: 'It is switched on.', when: [{ check: 'keys-rotate' }] },
    { id: 'no', text: 'No', why: 'It is off at first.', when: [{ check: 'keys-rotate', holds: 'missed' }] },
  ],
  points: 2,
  debrief: 'Rotation is off at first.',
};
/** Begins with a key that does not rotate. */
export const foretelling = (predictions: Json[]): Changes['scenario'] => ({
  task: 'predict',
  start: drawing(node('key', 'kms-key'), node('data', 's3-bucket', { encryption: 'sse-kms', kmsKey: 'key' })),
  predictions,
});

export const base = {
  format: 'perimeter-scenario',
  version: 1,
  id: 'own-key',
  title: 'A key of your own',
  summary: 'Keep data under a key of your own.',
  story: 'A clinic keeps scans.',
  task: 'build',
  difficulty: 'foundation',
  minutes: 5,
  domain: 'Data protection',
  account: {} as object,
  start: { nodes: {} } as Json,
  allowedKinds: ['kms-key', 's3-bucket', 'sns-topic'],
  predictions: [] as Json[],
  requirements: [rotation, ownKeys] as Json[],
  budget: 5 as number | undefined,
  par: 1 as number | undefined,
  questions: [question] as Json[],
  debrief: 'You proved who holds the key.',
};

export const key = node('key', 'kms-key', { enableKeyRotation: true });
export const bucket = node('data', 's3-bucket', { encryption: 'sse-kms', kmsKey: 'key' });
export const topic = node('news', 'sns-topic', { encryption: 'customer-managed', kmsKey: 'key' });
export const good: Json = {
  bucket: { title: 'A bucket', diagram: drawing(key, bucket) },
  topic: { title: 'A topic', diagram: drawing(key, topic) },
};
export const wrong: Json = {
  'no-rotation': { title: 'No rotation', misses: ['rotation'], diagram: drawing(node('key', 'kms-key'), bucket) },
  'no-key': {
    title: 'Not your key',
    misses: ['rotation', 'own-keys'],
    diagram: drawing(node('data', 's3-bucket')),
  },
};

export interface Changes {
  readonly scenario?: Partial<typeof base>;
  readonly solutions?: Json;
  readonly attempts?: Json;
}
export function proposal({ scenario = {}, solutions = good, attempts = wrong }: Changes): Proposal {
  return {
    scenario: Scenario.parse(JSON.parse(JSON.stringify({ ...base, ...scenario }))),
    solutions: Object.entries(solutions).map(([name, content]) => ({ name, content: Solution.parse(content) })),
    attempts: Object.entries(attempts).map(([name, content]) => ({ name, content: Attempt.parse(content) })),
  };
}
export const proofOf = (changes: Changes) => prove(proposal(changes), rules);
export const found = (changes: Changes) =>
  gapsOf(proofOf(changes)).map(({ code, part, place }) =>
    [code, [part.type, part.name].join(' ').trim(), place].filter((word) => word !== '').join(' | '),
  );
