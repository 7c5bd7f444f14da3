import type { NodeId } from '../../../model/diagram';
import type { Incident } from '../../../model/incident';
import type { Change, WalkedRequest } from '../../facts';
import { announce } from '../bus';
import type { Case } from '../case';
import { sight } from '../detectors';
import { step } from '../diary';
import type { Harm, HarmKind } from '../facets';
import { attempt, firstWhoMay, refusal, suspectsOf } from '../suspects';
import type { World } from '../world';

export const HARMS = {
  'resource-deleted': 'deleted',
  'bucket-made-public': 'made-public',
  'key-disabled': 'disabled',
  'key-deletion-scheduled': 'deletion-scheduled',
  'key-closed-to-services': 'closed-to-services',
  'trail-stopped': 'stopped',
  'zone-lost': 'lost',
  'nat-lost': 'lost',
} as const satisfies { readonly [kind in Incident['kind']]?: HarmKind };

export type HarmIncident = Extract<Incident, { readonly kind: keyof typeof HARMS }>;

/** Somebody asks for it, or it happens by itself: the design is another one until it is made good. */
export function doHarm(world: World, one: Case, incident: HarmIncident, harm: Harm): void {
  const values = { target: world.nameOf(one.target) };
  let done: WalkedRequest | undefined;
  if (harm.action !== undefined) {
    const by = 'by' in incident ? incident.by : undefined;
    done = firstWhoMay(world, one, suspectsOf(world, by), harm.action, by !== undefined)?.walked;
    if (!done) {
      one.refused = true;
      one.steps.push(step('pass', 'nobody-may', [one.target], { ...values, action: harm.action }));
      return;
    }
  } else one.steps.push(step('info', 'happens', [one.target], values));
  if (harm.undo !== undefined) one.undo = harm.undo;
  const zone = incident.kind === 'zone-lost' ? zoneOf(world, one.target) : undefined;
  world.breakDown(one, zone === undefined ? [changeOf(one.target, harm)] : lostWith(world, zone));
  const capacities = zone === undefined ? [] : lowerCapacity(world, zone);
  one.revert = () => {
    world.repair(one);
    for (const restore of capacities) restore();
  };
  if (incident.kind === 'bucket-made-public') expose(world, one);
  if (harm.tells && !one.refused) {
    const { event, name } = harm.tells;
    const key = `${one.target}@${world.now}:${name}`;
    announce(world, { event, name, key, source: one.target, of: one, routine: true });
  }
  sight(world, one, { what: HARMS[incident.kind], node: one.target, calls: done?.record ? [done.record] : [] });
}

function changeOf(node: NodeId, { leaves }: Harm): Change {
  return leaves === 'gone' ? { node, gone: true } : { node, props: leaves };
}

/** Everybody can read it, unless something else still stands in the way. */
function expose(world: World, one: Case): void {
  const holds = world.timeOf(one.target)?.holds;
  if (!holds) return;
  const stranger = { node: one.target, signer: { type: 'anonymous' }, origin: { type: 'internet' } } as const;
  const walked = attempt(world, stranger, { action: holds.read, to: one.target });
  const values = { target: world.nameOf(one.target) };
  if (walked.trace.allowed) {
    one.steps.push(step('fail', 'open-to-all', [one.target], values));
    return;
  }
  one.steps.push(...refusal(walked), step('pass', 'stays-closed', [one.target], values));
  one.refused = true;
  world.repair(one);
}

export function zoneOf(world: World, subnet: NodeId): string | undefined {
  const facet = world.drawn.networkOf(subnet);
  return facet?.role === 'subnet' ? facet.zone : undefined;
}

/** A zone fails: its subnets, and everything that stands in them. */
function lostWith(world: World, zone: string): readonly Change[] {
  const gone = new Set<NodeId>();
  const take = (node: NodeId) => {
    if (gone.has(node)) return;
    gone.add(node);
    for (const child of world.drawn.children(node)) take(child.id);
  };
  for (const { id } of world.drawn.nodes) if (zoneOf(world, id) === zone) take(id);
  // With no interface left it does not go out by another network: it is not there.
  for (const { id } of world.drawn.nodes) {
    const net = world.drawn.networkOf(id);
    if (net?.role === 'interfaces' && net.subnets.length > 0 && net.subnets.every((one) => gone.has(one))) take(id);
  }
  return [...gone].map((node) => ({ node, gone: true }));
}

/** Hosting without subnets of its own stands in the service's network; SageMaker spreads two or more instances. */
const SERVICE_ZONES = 3;

/** Instances in the lost zone are gone. A single one is taken to be the unlucky one. */
function lowerCapacity(world: World, zone: string): readonly (() => void)[] {
  return [...world.fleets.values()].flatMap(({ serving }) => {
    const { instances, subnets } = serving.facet;
    if (instances === 0) return [];
    const zones = new Set(subnets.flatMap((id) => zoneOf(world, id) ?? []));
    if (zones.size > 0 && !zones.has(zone)) return [];
    const lost = Math.ceil(instances / (zones.size || SERVICE_ZONES));
    const before = serving.capacity;
    serving.capacity = Math.max(0, (instances - lost) / instances);
    return [
      () => {
        serving.capacity = before;
      },
    ];
  });
}
