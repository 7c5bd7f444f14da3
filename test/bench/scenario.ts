import { Scenario } from '../../src/model/scenario';

/** Two requirements that a check answers with one finding for every cell of a drawing. */
export const scenario = Scenario.parse({
  format: 'perimeter-scenario',
  version: 1,
  id: 'bench',
  title: 'Bench',
  summary: 'Bench',
  story: 'Bench',
  task: 'build',
  difficulty: 'foundation',
  minutes: 1,
  domain: 'Bench',
  start: { nodes: {} },
  allowedKinds: ['s3-bucket'],
  requirements: [
    { id: 'rotate', title: 'Keys rotate', check: 'keys-rotate', points: 1, debrief: 'Bench' },
    {
      id: 'reads',
      title: 'Instances read',
      check: 'request-succeeds',
      params: { action: 's3:GetObject' },
      points: 1,
      debrief: 'Bench',
    },
  ],
  debrief: 'Bench',
});
