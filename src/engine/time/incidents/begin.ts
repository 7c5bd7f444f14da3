import type { NodeId } from '../../../model/diagram';
import type { Incident } from '../../../model/incident';
import type { Case } from '../case';
import { step } from '../diary';
import type { Rollouts } from '../rollout';
import { end } from '../signs';
import type { World } from '../world';
import { runOut } from '../expiry';
import { breakFleet, type FleetIncident } from './fleet';
import { doHarm, HARMS, zoneOf, type HarmIncident } from './harm';
import { PAYLOAD_KINDS, payloadOf, type PayloadIncident } from './payload';
import { exfiltrate, stealKey } from './theft';

const HOUR = 3600;
/** Zones and gateways fail one after the other, so that each loss is seen alone. */
const STAGED_HOURS = 2;
const PAUSE_HOURS = 1;
/** The minute that ends when an incident begins or ends is still as it was. */
const AFTER_THE_MINUTE = 0.5;

/** Puts every incident onto the queue, once for each node that it can meet. */
export function plan(world: World, incidents: readonly Incident[], rollouts: Rollouts): void {
  incidents.forEach((incident, index) => {
    const staged = incident.kind === 'zone-lost' || incident.kind === 'nat-lost';
    const hours = incident.hours ?? (staged ? STAGED_HOURS : Infinity);
    targetsOf(world, incident).forEach((target, order) => {
      const offset = staged ? order * (hours + PAUSE_HOURS) : 0;
      const at = world.setting.from + (incident.atHour + offset) * HOUR;
      const one = openCase(world, incident, index, target, at, at + hours * HOUR);
      world.cases.push(one);
      if (at >= world.setting.to) return;
      world.queue.at(at + AFTER_THE_MINUTE, () => begin(world, one, rollouts));
      if (one.until < world.setting.to) {
        const over = step('info', 'ends', [target], { target: world.nameOf(target) });
        world.queue.at(one.until + AFTER_THE_MINUTE, () => end(world, one, [over]));
      }
    });
  });
}

/** Nodes that the incident names and that it can happen to. Of subnets, one for each zone. */
function targetsOf(world: World, incident: Incident): readonly NodeId[] {
  const { drawn } = world;
  const named = drawn.nodes.filter(({ id }) => id === incident.on || drawn.hasTrait(id, incident.on));
  const able = named.map(({ id }) => id).filter((id) => canHappen(world, incident, id));
  if (incident.kind !== 'zone-lost') return able;
  const zones = new Map(able.toReversed().map((id) => [zoneOf(world, id), id]));
  return able.filter((id) => zones.get(zoneOf(world, id)) === id);
}

function canHappen(world: World, incident: Incident, id: NodeId): boolean {
  // What is lost with its zone is a zone; what is lost by itself is a gateway.
  const zoned = zoneOf(world, id) !== undefined;
  if (incident.kind === 'zone-lost' ? !zoned : incident.kind === 'nat-lost' && zoned) return false;
  if (isHarm(incident)) return world.timeOf(id)?.harms?.[HARMS[incident.kind]] !== undefined;
  if (incident.kind === 'long-lived-key-stolen') return world.drawn.principals.has(id);
  if (incident.kind === 'notebook-exfiltration') return world.timeOf(id)?.workbench === true;
  if (incident.kind === 'certificate-expiring') return world.timeOf(id)?.expires !== undefined;
  return world.fleets.has(id);
}

function isHarm(incident: Incident): incident is HarmIncident {
  return Object.hasOwn(HARMS, incident.kind);
}
function isPayload(incident: Incident): incident is PayloadIncident {
  return PAYLOAD_KINDS.includes(incident.kind);
}

function openCase(world: World, incident: Incident, index: number, target: NodeId, at: number, until: number): Case {
  return {
    index,
    incident,
    target,
    at,
    until,
    steps: [],
    refused: false,
    disturbs: world.fleets.has(target) && !isHarm(incident) ? new Set([target]) : undefined,
    signs: [],
    lost: [],
    notices: [],
    records: new Set(),
    found: new Set(),
    wrong: 0,
    stolen: 0,
  };
}

function begin(world: World, one: Case, rollouts: Rollouts): void {
  const { incident, target } = one;
  const fleet = world.fleets.get(target);
  if (incident.kind === 'long-lived-key-stolen') stealKey(world, one);
  else if (incident.kind === 'notebook-exfiltration') exfiltrate(world, one);
  else if (incident.kind === 'certificate-expiring') runOut(world, one, incident);
  else if (isHarm(incident)) {
    const harm = world.timeOf(target)?.harms?.[HARMS[incident.kind]];
    if (harm) doHarm(world, one, incident, harm);
  } else if (isPayload(incident)) {
    one.payload = payloadOf(incident, world.features);
    one.steps.push(step('fail', incident.kind, [target], { endpoint: world.nameOf(target) }));
    world.loadPayload(target);
  } else if (fleet) breakFleet(world, one, incident satisfies FleetIncident, fleet, rollouts);
  const last = one.steps.at(-1);
  if (last) world.diary.note(world.now, 'incident', last);
}
