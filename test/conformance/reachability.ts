import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IpProtocol } from '../../src/engine/network/facets';
import type { FlowAnswer, FlowEnd } from '../../src/engine/network/flow';
import { buildNetwork } from '../../src/engine/network/network';
import type { PacketNetwork } from '../../src/engine/network/network';
import { adaptSnapshot } from './snapshot';
import type { Adapted, Snapshot } from './snapshot';

interface Probe {
  readonly snapshot: string;
  readonly vpc: string;
  readonly src: string;
  readonly dst: string;
  readonly proto: IpProtocol;
  readonly srcPort: number;
  readonly dstPort: number;
  readonly allowed: boolean;
  /** only where the suite says so. */
  readonly replyAllowed?: boolean;
}

export interface ReachabilityResult {
  readonly suite: string;
  readonly total: number;
  readonly agree: number;
  readonly differences: { id: string; expected: string; got: string; why?: string }[];
}

/** Asks our own engine every probe of every suite below `<suitesDir>/reachability`. */
export function runReachability(suitesDir: string): ReachabilityResult[] {
  const root = join(suitesDir, 'reachability');
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'probes.jsonl')))
    .map((entry) => runSuite(entry.name, join(root, entry.name)))
    .sort((a, b) => (a.suite < b.suite ? -1 : 1));
}

function runSuite(suite: string, folder: string): ReachabilityResult {
  const probes = readFileSync(join(folder, 'probes.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Probe);
  const loaded = new Map<string, { adapted: Adapted; network: PacketNetwork }>();
  const differences: ReachabilityResult['differences'] = [];
  for (const probe of probes) {
    let ready = loaded.get(probe.snapshot);
    if (!ready) {
      const file = join(folder, 'input', `${probe.snapshot}.json`);
      const adapted = adaptSnapshot(JSON.parse(readFileSync(file, 'utf8')) as Snapshot);
      ready = { adapted, network: buildNetwork(adapted.facets, (id) => id) };
      loaded.set(probe.snapshot, ready);
    }
    const { adapted, network } = ready;
    // The destination is looked for in the VPC of the source first; elsewhere routing must find it by its address.
    const known = (address: string) =>
      adapted.interfaces.get(`${probe.vpc}/${address}`) ?? adapted.interfaces.get(address);
    const source = known(probe.src) ?? elsewhere(adapted, probe.src);
    const target = known(probe.dst) ?? (source === undefined ? elsewhere(adapted, probe.dst) : undefined);
    const end = (address: string, node: string | undefined): FlowEnd => (node === undefined ? { address } : { node });
    const answer = network.flow({
      source: end(probe.src, source),
      destination: end(probe.dst, target),
      protocol: probe.proto,
      sourcePort: probe.srcPort,
      port: probe.dstPort,
    });
    const got =
      probe.replyAllowed === undefined
        ? words(answer.allowed && !lostOnTheWayBack(answer), undefined)
        : words(answer.allowed, answer.replyAllowed);
    const expected = words(probe.allowed, probe.replyAllowed);
    if (got === expected) continue;
    const why = answer.steps.find((step) => step.verdict === 'fail')?.reason;
    differences.push({
      id: `${probe.snapshot} ${probe.src}:${probe.srcPort} > ${probe.dst}:${probe.dstPort} ${probe.proto}`,
      expected,
      got,
      ...(why ? { why: `${why.code} ${JSON.stringify(why.values)}` } : {}),
    });
  }
  return { suite, total: probes.length, agree: probes.length - differences.length, differences };
}

/** The one interface of the snapshot with this address, in whatever VPC. */
function elsewhere(adapted: Adapted, address: string): string | undefined {
  const found = [...adapted.interfaces].filter(([key]) => key.endsWith(`/${address}`));
  return found.length === 1 ? found[0]?.[1] : undefined;
}

/** Where a suite says nothing of replies, a connection without a route back does not count as allowed. */
function lostOnTheWayBack({ steps }: FlowAnswer): boolean {
  return steps.some((step) => step.verdict === 'fail' && WITHOUT_ROUTE_BACK.has(step.reason.code));
}
const WITHOUT_ROUTE_BACK = new Set(['network.return-no-route', 'network.no-way-back']);

function words(allowed: boolean, reply: boolean | undefined): string {
  if (!allowed) return 'blocked';
  return reply === false ? 'allowed, reply blocked' : 'allowed';
}
