import type { NodeId } from '../../model/diagram';
import type { Trace, TraceStep } from '../../model/trace';
import type { WalkedRequest } from '../facts';
import { accountOf, strangerTo } from '../accounts';
import { allowPolicy } from '../iam/allow';
import { authorise } from '../iam/authorise';
import type { Caller } from '../iam/contract';
import { EVERYONE } from '../iam/parse-principal';
import type { Destination, Path, Via } from '../network/contract';
import { ASSUME_ROLE } from './assume';
import { callerOf } from './caller';
import { contextOf, permissionsOf } from './carries';
import type { Operation, RequestSpec } from './facets';
import { walkKeys } from './keys';
import { PASS_ROLE, passRoles } from './pass-role';
import { decisionSteps } from './steps';
import { add, type Walk, type World } from './world';

/** Walks one request: credentials → packets → authorisation → keys. Total: nonsense becomes a failed step. */
export function walkRequest(spec: RequestSpec, world: World): WalkedRequest {
  const walk: Walk = { steps: [], used: [], failed: false };
  const { graph } = world;
  const target = spec.to === undefined ? undefined : graph.node(spec.to);
  const operation = target && operationOf(world, target.id, spec.action);
  // A reference may lead nowhere; what a step rests on can be shown.
  const drawn = (step: TraceStep): TraceStep =>
    step.nodes.every((id) => graph.node(id)) ? step : { ...step, nodes: step.nodes.filter((id) => graph.node(id)) };
  const finish = (vias: readonly Via[] = []): WalkedRequest => {
    const trace: Trace = { request: spec.id, allowed: !walk.failed, steps: walk.steps.map(drawn) };
    return {
      spec,
      action: operation?.action ?? spec.action,
      trace,
      vias,
      used: walk.used,
      ...(operation?.record && { record: operation.record }),
    };
  };

  add(walk, {
    kind: 'start',
    verdict: 'info',
    nodes: target ? [spec.from, target.id] : [spec.from],
    ...(spec.field !== undefined && { fields: [{ node: spec.from, field: spec.field }] }),
    reason: {
      code: 'request.starts',
      values: { from: graph.nameOf(spec.from), to: graph.nameOf(spec.to), action: operation?.action ?? spec.action },
    },
  });
  if (!target || !operation) {
    add(walk, {
      kind: 'start',
      verdict: 'fail',
      nodes: target ? [spec.from, target.id] : [spec.from],
      ...(spec.field !== undefined && { fields: [{ node: spec.from, field: spec.field }] }),
      reason: target
        ? { code: 'request.not-possible', values: { to: target.name, action: spec.action } }
        : { code: 'request.no-target', values: { from: graph.nameOf(spec.from), field: spec.field ?? spec.action } },
    });
    return finish();
  }

  if (operation.refused !== undefined) {
    const values = { to: target.name, lesson: operation.refused };
    add(walk, {
      kind: 'start',
      verdict: 'fail',
      nodes: [target.id],
      reason: { code: 'request.refused', values },
    });
    return finish();
  }
  walk.used.push(...needsOf(spec, operation, world));
  const caller = callerOf(spec, world, walk);
  if (!caller) return finish();
  const vias = travel(spec, operation, target.id, world, walk);
  if (walk.failed) return finish(vias);
  if (operation.open) {
    add(walk, {
      kind: 'authorisation',
      verdict: 'info',
      nodes: [target.id],
      reason: { code: 'request.open', values: { to: target.name } },
    });
    return finish(vias);
  }

  const routes: readonly (Via | undefined)[] = vias.length > 0 ? vias : [undefined];
  const told = new Set<string>();
  for (const via of routes) {
    const steps = authoriseVia(spec, operation, target.id, caller, via, world);
    // Each interface is asked, because its address may decide; ways that are alike are told once.
    const news = !told.has(wayOf(via)) || steps.some((step) => step.verdict === 'fail');
    told.add(wayOf(via));
    if (news && !add(walk, ...steps)) return finish(vias);
  }
  if (!passRoles(spec, operation, caller, vias[0], world, walk)) return finish(vias);
  walkKeys(spec, operation, target.id, caller, world, walk);
  return finish(vias);
}

/** The permissions that the signer needs, whether or not the packets arrive. */
function needsOf(spec: RequestSpec, operation: Operation, world: World): Walk['used'] {
  const principal = spec.signer.type === 'identity' ? spec.signer.node : undefined;
  const keys = (spec.keys ?? operation.keys ?? []).flatMap((use) => {
    const { key } = use;
    if (key.type !== 'customer-managed' || use.byService !== undefined || use.granted) return [];
    return use.actions.map((action) => ({ principal, action, resource: world.graph.arn(key.node) ?? key.node }));
  });
  const by = spec.signer.type === 'identity' ? spec.signer.assumedBy : undefined;
  const assumed =
    by === undefined || principal === undefined
      ? []
      : [{ principal: by, action: ASSUME_ROLE, resource: world.graph.arn(principal) ?? principal }];
  const asked = { principal, action: operation.action, resource: spec.resource ?? operation.resource };
  const passed = (operation.passes ?? []).map(({ role }) => ({
    principal,
    action: PASS_ROLE,
    resource: world.graph.arn(role) ?? role,
  }));
  return [...assumed, ...(operation.open ? [] : [asked]), ...passed, ...keys];
}

export function operationOf(world: World, node: NodeId, action: string): Operation | undefined {
  const operations = world.operationsOf(node);
  return action === '' ? operations[0] : operations.find((one) => one.action === action);
}

function travel(spec: RequestSpec, operation: Operation, to: NodeId, world: World, walk: Walk): readonly Via[] {
  const from = world.graph.nameOf(spec.from);
  if (spec.origin.type === 'platform') {
    add(walk, {
      kind: 'route',
      verdict: 'info',
      nodes: [spec.from],
      reason: { code: 'request.platform', values: { from } },
    });
    return [];
  }
  if (spec.origin.type === 'internet' && (operation.service !== undefined || operation.port === undefined)) {
    const reason = { code: 'request.from-internet', values: { service: operation.service ?? world.graph.nameOf(to) } };
    const open = operation.service !== undefined;
    add(walk, {
      kind: 'route',
      verdict: open ? 'info' : 'fail',
      nodes: [to],
      reason: open ? reason : { ...reason, code: 'request.not-on-internet' },
    });
    return open ? answered(operation, to, [{ kind: 'internet' }], world, walk) : [];
  }
  const destination: Destination =
    operation.service !== undefined
      ? { type: 'service', service: operation.service }
      : { type: 'node', node: to, port: operation.port ?? 443 };
  const paths =
    spec.origin.type === 'internet'
      ? world.network.fromInternet(spec.from, destination)
      : world.network.paths(spec.origin.node, destination);
  const stopped = paths.find((path) => !path.reachable);
  for (const [shown, ...others] of stopped ? [[stopped]] : waysOf(paths)) {
    add(walk, ...(shown?.steps ?? []));
    if (others.length === 0) continue;
    add(walk, {
      kind: 'route',
      verdict: 'info',
      nodes: [shown, ...others].flatMap((path) => path?.subnet ?? []),
      reason: { code: 'request.other-subnets', values: { count: others.length + 1 } },
    });
  }
  const vias = paths.flatMap((path) => (path.via ? [path.via] : []));
  return answered(operation, to, vias, world, walk);
}

/** What is private answers behind an interface endpoint only; behind it, what is public may not be found. */
function answered(
  { answers, service = '' }: Operation,
  to: NodeId,
  vias: readonly Via[],
  world: World,
  walk: Walk,
): readonly Via[] {
  const wrong = answers && vias.find(({ kind }) => (kind === 'interface-endpoint') !== (answers === 'endpoint'));
  if (!wrong) return vias;
  add(walk, {
    kind: 'endpoint',
    verdict: 'fail',
    nodes: wrong.node === undefined ? [to] : [to, wrong.node],
    reason: {
      code: answers === 'endpoint' ? 'request.behind-endpoint-only' : 'request.not-behind-endpoint',
      values: { to: world.graph.nameOf(to), service, endpoint: world.graph.nameOf(wrong.node) },
    },
  });
  return vias;
}

/** What makes two ways the same: the gateway or endpoint they leave through. */
function wayOf(via: Via | undefined): string {
  return `${via?.kind ?? ''} ${via?.node ?? ''}`;
}

/** Paths that leave the same way, together, in the order of the interfaces. */
function waysOf(paths: readonly Path[]): readonly (readonly Path[])[] {
  const ways = new Map<string, Path[]>();
  for (const path of paths) ways.set(wayOf(path.via), [...(ways.get(wayOf(path.via)) ?? []), path]);
  return [...ways.values()];
}

/** Whoever waits for data that is not theirs admits everybody to the place where they wait. */
const OPEN_TO_ALL: ReturnType<World['resourcePolicyOf']> = {
  facet: { required: false },
  policy: allowPolicy('of the other account', ['*'], [EVERYONE]),
};

function authoriseVia(
  spec: RequestSpec,
  operation: Operation,
  to: NodeId,
  caller: Caller,
  via: Via | undefined,
  world: World,
): TraceStep[] {
  const resource = spec.resource ?? operation.resource;
  const signer = spec.signer.type === 'identity' ? spec.signer.node : undefined;
  const found = spec.stranger === undefined ? world.resourcePolicyOf(to) : OPEN_TO_ALL;
  const attached = found?.facet.actions?.includes(operation.action) === false ? undefined : found;
  const endpoint = via?.node === undefined ? undefined : world.endpointPolicyOf(via.node);
  const own = accountOf(to, world.graph);
  const owner = spec.stranger === undefined ? own : strangerTo(own, spec.stranger);
  const decision = authorise(
    {
      caller,
      action: operation.action,
      resource,
      resourceAccount: owner.id,
      context: { ...contextOf(spec, caller, via, owner, world), ...operation.context, ...spec.context },
    },
    {
      ...permissionsOf(spec, caller, operation.action, owner, world),
      ...(attached?.policy && { resource: attached.policy }),
      ...(attached?.facet.required && { resourceRequired: true }),
      ...(attached?.facet.blocksPublic && { resourceBlocksPublic: true }),
      ...(endpoint && { endpoint }),
    },
  );
  const nodes = [...(signer === undefined ? [] : [signer]), to, ...(via?.node === undefined ? [] : [via.node])];
  return decisionSteps(decision, 'authorisation', nodes);
}
