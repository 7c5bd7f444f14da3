import type { NodeId } from '../../model/diagram';
import type { TraceStep } from '../../model/trace';
import type { WalkedRequest } from '../facts';
import type { Origin, RequestSpec, Signer } from '../request/facets';
import type { Case } from './case';
import { step } from './diary';
import type { World } from './world';

/** Refusals that are worth showing; a design with a hundred roles does not fill the trace. */
const SHOWN = 3;

export interface Suspect {
  readonly node: NodeId;
  readonly signer: Signer;
  readonly origin: Origin;
}

/** Everybody whose credentials could be used: `by` names them, else the whole design is suspect. */
export function suspectsOf(world: World, by: string | undefined): readonly Suspect[] {
  const seen = new Set<string>();
  return world.drawn.nodes.flatMap(({ id }) => {
    if (by !== undefined && id !== by && !world.drawn.hasTrait(id, by)) return [];
    const wields = world.timeOf(id)?.wields;
    if (!wields) return [];
    const key = JSON.stringify(wields);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ node: id, ...wields }];
  });
}

/** A request that nobody drew: somebody tries something. */
export function attempt(
  world: World,
  who: Suspect,
  what: {
    readonly action: string;
    readonly to: NodeId;
    readonly resource?: string;
    readonly stranger?: string;
    readonly keys?: RequestSpec['keys'];
  },
): WalkedRequest {
  const { action, to, resource, stranger, keys } = what;
  return world.walk({
    id: `${who.node}/tries/${action}/${to}/${resource ?? ''}${who.signer.type}`,
    from: who.node,
    signer: who.signer,
    origin: who.origin,
    action,
    to,
    purpose: 'call',
    title: `${world.nameOf(who.node)} tries ${action} on ${world.nameOf(to)}`,
    ...(resource !== undefined && { resource }),
    ...(stranger !== undefined && { stranger }),
    ...(keys && { keys }),
  });
}

/** Tries one suspect after the other until one may. Where the incident names who it is, refused tries leave records too. */
export function firstWhoMay(
  world: World,
  one: Case,
  suspects: readonly Suspect[],
  action: string,
  named: boolean,
): { readonly by: Suspect; readonly walked: WalkedRequest } | undefined {
  let refused = 0;
  for (const by of suspects) {
    const walked = attempt(world, by, { action, to: one.target });
    if (walked.trace.allowed || named) record(world, one, walked);
    if (walked.trace.allowed) {
      one.steps.push(
        ...deciding(walked),
        step('fail', 'does', [by.node, one.target], tried(world, by, action, one.target)),
      );
      return { by, walked };
    }
    refused += 1;
    if (refused <= SHOWN) {
      one.steps.push(step('info', 'tries', [by.node, one.target], tried(world, by, action, one.target)));
      one.steps.push(...refusal(walked));
    }
  }
  return undefined;
}

export function record(world: World, one: Case, walked: WalkedRequest): void {
  const made = world.record(walked);
  if (made) one.records.add(made);
}

/** What let a request through: its last word. */
export function deciding({ trace }: WalkedRequest): readonly TraceStep[] {
  return trace.steps.filter((each) => each.verdict === 'pass' && each.kind === 'authorisation').slice(-1);
}

/** What stopped a request, as good news. */
export function refusal({ trace }: WalkedRequest): readonly TraceStep[] {
  const failed = trace.steps.find((each) => each.verdict === 'fail');
  return failed ? [{ ...failed, verdict: 'pass' }] : [];
}

function tried(world: World, by: Suspect, action: string, target: NodeId) {
  return { who: world.nameOf(by.node), action, target: world.nameOf(target) };
}
