import type { Incident } from '../../../model/incident';
import type { Case } from '../case';
import { step } from '../diary';
import { CALM } from '../payload';
import type { Rollouts } from '../rollout';
import type { Fleet, World } from '../world';

export type FleetIncident = Extract<
  Incident,
  { readonly kind: 'latency' | 'errors' | 'bad-deployment' | 'capture-disk-full' }
>;

const FULL = 97;

/** Something is wrong with the fleet itself. */
export function breakFleet(world: World, one: Case, incident: FleetIncident, fleet: Fleet, rollouts: Rollouts): void {
  const { serving } = fleet;
  const key = `case ${one.index} ${one.target}`;
  const fault = (latencyFactor: number, errorShare: number, share: number) =>
    serving.faults.set(key, { latencyFactor, errorShare, share });
  one.revert = () => serving.faults.delete(key);
  const values = { endpoint: world.nameOf(one.target) };
  switch (incident.kind) {
    case 'latency':
      fault(incident.factor, 0, 1);
      one.steps.push(step('fail', 'answers-slowly', [one.target], { ...values, factor: incident.factor }));
      return;
    case 'errors':
      fault(1, incident.share, 1);
      one.steps.push(step('fail', 'answers-wrongly', [one.target], { ...values, percent: percent(incident.share) }));
      return;
    case 'bad-deployment':
      one.undo = serving.facet.rollback;
      one.steps.push(step('fail', 'deploys-badly', [one.target], { ...values, percent: percent(incident.errors) }));
      rollouts.start(one, fleet, (share) => {
        fault(incident.latencyFactor, incident.errors, share);
        one.payload = { ...CALM, accuracyDrop: incident.accuracyDrop * share };
        world.loadPayload(one.target);
      });
      return;
    case 'capture-disk-full': {
      const before = serving.disk;
      serving.disk = FULL;
      one.steps.push(step('fail', 'disk-fills', [one.target], { ...values, percent: FULL }));
      one.revert = () => {
        serving.disk = before;
      };
    }
  }
}

function percent(share: number): number {
  return Math.round(share * 100);
}
