import type { Facts } from '../engine/facts';
import { simulate } from '../engine/time/simulate';
import type { Diagram } from '../model/diagram';
import { Incident, Traffic } from '../model/incident';
import type { Prediction } from '../model/scenario';
import type { Timeline } from '../model/timeline';
import { sameJson } from './given';
import { paramsOf } from './predict-params';
import { nodeOf, nodesOf } from './tree';

const DAY = 24;
const WEEK = 168;
/** Hours after the beginning of an incident that are worth seeing. */
const AFTERWARDS = 12;

/** The days that a prediction is about. */
interface Play {
  readonly incidents: readonly Incident[];
  readonly hours: number;
  readonly seed: number;
  readonly timeline: Timeline;
}

/** Plays the incident of a prediction against the start; `undefined` when it is about something else than time. */
export function playOf(prediction: Prediction, start: Facts): Play | undefined {
  for (const condition of prediction.options.flatMap(({ when }) => when)) {
    const { incident: wanted, traffic: business, seed: dice } = paramsOf(prediction, condition);
    const incident = Incident.safeParse(wanted);
    if (!incident.success) continue;
    const traffic = Traffic.safeParse(business ?? {});
    const seed = typeof dice === 'number' ? dice : 1;
    const hours = incident.data.atHour + AFTERWARDS <= DAY ? DAY : WEEK;
    const incidents = [incident.data];
    const timeline = simulate(start, {
      seed,
      fromHour: 0,
      toHour: hours,
      traffic: traffic.success ? traffic.data : Traffic.parse({}),
      incidents,
    });
    return { incidents, hours, seed, timeline };
  }
  return undefined;
}

/** Does this drawing still mean what the start means? Places and locks do not matter. */
export function isStart(diagram: Diagram, start: Diagram): boolean {
  const now = nodesOf(diagram);
  return (
    now.length === nodesOf(start).length &&
    now.every((node) => {
      const given = nodeOf(start, node.id);
      return (
        given?.kind === node.kind &&
        given.parent === node.parent &&
        given.name === node.name &&
        (given.props === node.props || sameJson(given.props, node.props))
      );
    })
  );
}
