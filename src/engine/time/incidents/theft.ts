import type { NodeId } from '../../../model/diagram';
import type { TraceStep } from '../../../model/trace';
import type { RecordFacet } from '../../record-facet';
import { wayOut } from '../../way-out';
import type { Case } from '../case';
import { sight } from '../detectors';
import { step } from '../diary';
import { attempt, deciding, record, refusal, type Suspect } from '../suspects';
import type { World } from '../world';

/** Refused tries that are worth showing. */
const SHOWN = 3;
/** The account of whoever wants the data. */
const STRANGER = '999988887777';

/** Somebody far away has the long-lived key of a user, and tries everything that the design offers. */
export function stealKey(world: World, one: Case): void {
  const name = world.nameOf(one.target);
  const principal = world.drawn.principals.get(one.target);
  if (!principal?.facet.longLivedKeys) {
    one.refused = true;
    one.steps.push(step('pass', 'no-long-lived-key', [one.target], { name }));
    return;
  }
  one.steps.push(step('info', 'key-stolen', [one.target], { name }));
  const thief: Suspect = {
    node: one.target,
    signer: { type: 'identity', node: one.target },
    origin: { type: 'internet' },
  };
  const calls: RecordFacet[] = [];
  const opened: NodeId[] = [];
  let refused = 0;
  for (const { id } of world.facts.nodes) {
    for (const { action } of world.facts.operationsOf(id)) {
      const walked = attempt(world, thief, { action, to: id });
      const values = { who: name, action, target: world.nameOf(id) };
      if (walked.trace.allowed) {
        record(world, one, walked);
        opened.push(id);
        if (walked.record) calls.push(walked.record);
        one.steps.push(...deciding(walked), step('fail', 'thief-does', [one.target, id], values));
      } else if (refused < SHOWN) {
        refused += 1;
        one.steps.push(step('info', 'tries', [one.target, id], values), ...refusal(walked));
      }
    }
  }
  if (opened.length > 0) {
    sight(world, one, { what: 'credentials-abroad', node: one.target, calls });
    return;
  }
  one.refused = true;
  one.steps.push(step('pass', 'key-opens-nothing', [one.target], { name }));
}

/** Code on a workbench reads data and sends it out of the account. */
export function exfiltrate(world: World, one: Case): void {
  const name = world.nameOf(one.target);
  const wields = world.timeOf(one.target)?.wields;
  const refuse = (code: string, values = {}) => {
    one.refused = true;
    one.steps.push(step('pass', code, [one.target], { name, ...values }));
  };
  if (!wields) return refuse('reads-nothing');
  const who: Suspect = { node: one.target, ...wields };
  const stores = world.facts.nodes.flatMap(({ id }) => {
    const holds = world.timeOf(id)?.holds;
    return holds ? [{ id, holds }] : [];
  });
  const calls: RecordFacet[] = [];
  const leaves = (...steps: readonly TraceStep[]) => {
    one.steps.push(...steps);
    sight(world, one, { what: 'carried-away', node: one.target, calls });
  };
  const readable = stores.filter(({ id, holds }) => {
    const walked = attempt(world, who, { action: holds.read, to: id });
    record(world, one, walked);
    const values = { who: name, target: world.nameOf(id) };
    if (walked.trace.allowed && walked.record) calls.push(walked.record);
    if (walked.trace.allowed) one.steps.push(step('info', 'reads', [one.target, id], values));
    else one.steps.push(...refusal(walked));
    return walked.trace.allowed;
  });
  if (readable.length === 0) return refuse('reads-nothing');
  const way = wayOut(world.facts, one.target);
  if (way) {
    return leaves(...way.steps.slice(-1), step('fail', 'sends-out', [one.target], { name }));
  }
  const stranger = { ...who, signer: { type: 'anonymous' } } as const;
  for (const { id, holds } of readable) {
    const abroad = { action: holds.write, to: id, resource: holds.foreignResource, stranger: STRANGER, keys: [] };
    const walked = attempt(world, who, abroad);
    record(world, one, walked);
    if (walked.trace.allowed) {
      return leaves(...deciding(walked), step('fail', 'copies-out', [one.target, id], { name, action: holds.write }));
    }
    one.steps.push(...refusal(walked));
    // Whoever brings credentials along needs no policy of this account: only the way there can refuse them.
    const brought = attempt(world, stranger, abroad);
    if (brought.trace.allowed) {
      return leaves(...deciding(brought), step('fail', 'carries-out', [one.target, id], { name, action: holds.write }));
    }
    one.steps.push(...refusal(brought));
  }
  refuse('nowhere-to-send');
}
