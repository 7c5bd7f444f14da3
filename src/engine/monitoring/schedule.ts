import type { NodeId } from '../../model/diagram';
import { firstFailure, type Trace, type TraceStep } from '../../model/trace';
import type { ScheduleChain } from '../facts';
import type { Graph } from '../graph';
import { type Step, stepInto } from './chain';
import type { CaptureFacet, ScheduleFacet } from './facets';

/** A run may start up to 20 minutes after its hour (SageMaker developer guide, schedule expressions). */
const START_LAG_HOURS = 20 / 60;

const WHAT: Readonly<Record<ScheduleFacet['watches'], string>> = {
  'data-quality': 'drift of the inputs',
  'model-quality': 'a fall of model quality',
  'model-bias': 'bias drift',
  explainability: 'a shift of feature attribution',
};

/** Follows a schedule from captured requests to a published metric. */
export function scheduleChain(
  schedule: NodeId,
  facet: ScheduleFacet,
  world: {
    readonly graph: Graph;
    readonly captures: ReadonlyMap<NodeId, CaptureFacet>;
    readonly traces: readonly Trace[];
    /** what the watched node asks of the bucket that it captures into. */
    readonly captureWrites: readonly Trace[];
  },
): ScheduleChain {
  const { graph } = world;
  const steps: TraceStep[] = [];
  const name = graph.nameOf(schedule);
  const values = { schedule: name, source: graph.nameOf(facet.source), what: WHAT[facet.watches] };
  const step = stepInto(steps, schedule, values);

  if (facet.refused !== undefined) step('fail', 'refused', [schedule, facet.source], { lesson: facet.refused });
  if (facet.source === undefined) step('fail', 'no-source', [schedule]);
  else {
    step('info', 'watches', [schedule, facet.source]);
    const capture = world.captures.get(facet.source);
    captureSteps(facet, capture, step, schedule, graph);
    const refused = world.captureWrites.find((trace) => !trace.allowed);
    const failure = refused && firstFailure(refused);
    if (failure && capture?.enabled) {
      step('fail', 'capture-blocked', [schedule, facet.source], { bucket: graph.nameOf(capture.bucket) });
      steps.push(failure);
    }
  }
  if (facet.hasBaseline) step('pass', 'baseline', [schedule]);
  else step('fail', 'no-baseline', [schedule]);
  if (facet.needsGroundTruth) {
    if (facet.groundTruth === undefined) step('fail', 'no-ground-truth', [schedule]);
    else step('pass', 'ground-truth', [schedule, facet.groundTruth], { bucket: graph.nameOf(facet.groundTruth) });
  }
  if (facet.output === undefined) step('fail', 'no-output', [schedule]);
  if (facet.everyHours === undefined) step('fail', 'bad-schedule', [schedule]);
  else if (facet.everyHours === 24) step('pass', 'runs-daily', [schedule], { at: `${facet.startHour ?? 0}:00` });
  else step('pass', 'runs-every', [schedule], { hours: facet.everyHours });
  const blocked = world.traces.find((trace) => !trace.allowed);
  const failure = blocked && firstFailure(blocked);
  if (failure) {
    step('fail', 'permission', [schedule]);
    steps.push(failure);
  } else step('pass', 'permissions-hold', [schedule]);
  const runs = steps.every((one) => one.verdict !== 'fail');
  step('info', facet.publishesMetrics ? 'publishes' : 'publishes-nothing', [schedule]);
  return {
    schedule,
    facet,
    trace: { request: `${schedule}/run`, allowed: runs, steps },
    publishes: runs && facet.publishesMetrics,
    ...(runs && facet.everyHours !== undefined && { detectionHours: facet.everyHours + START_LAG_HOURS }),
  };
}

function captureSteps(
  facet: ScheduleFacet,
  capture: CaptureFacet | undefined,
  step: Step,
  schedule: NodeId,
  graph: Graph,
): void {
  const nodes = [schedule, facet.source];
  const needsOutput = facet.watches === 'model-quality' || facet.watches === 'model-bias';
  const needsInput = facet.watches !== 'model-quality';
  if (!capture?.enabled || capture.samplingPercent <= 0) step('fail', 'capture-off', nodes);
  else if (capture.bucket === undefined) step('fail', 'capture-nowhere', nodes);
  else if (needsInput && !capture.input) step('fail', 'capture-no-input', nodes);
  else if (needsOutput && !capture.output) step('fail', 'capture-no-output', nodes);
  else
    step('pass', 'capture-on', [...nodes, capture.bucket], {
      percent: capture.samplingPercent,
      bucket: graph.nameOf(capture.bucket),
    });
}
