import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FlowEnd } from '../../src/engine/network/flow';
import { buildNetwork } from '../../src/engine/network/network';
import type { PacketNetwork } from '../../src/engine/network/network';
import { adaptSnapshot } from './snapshot';
import type { Adapted, Snapshot } from './snapshot';

interface Probe {
  readonly snapshot: string;
  readonly vpc: string;
  readonly src: string;
  readonly dst: string;
  readonly proto: 'tcp' | 'udp' | 'icmp';
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
  const known = new Map<string, { adapted: Adapted; network: PacketNetwork }>();
  const differences: ReachabilityResult['differences'] = [];
  for (const probe of probes) {
    let ready = known.get(probe.snapshot);
    if (!ready) {
      const file = join(folder, 'input', `${probe.snapshot}.json`);
      const adapted = adaptSnapshot(JSON.parse(readFileSync(file, 'utf8')) as Snapshot);
      ready = { adapted, network: buildNetwork(adapted.facets, (id) => id) };
      known.set(probe.snapshot, ready);
    }
    const { adapted, network } = ready;
    const end = (address: string): FlowEnd => {
      const node = adapted.interfaces.get(`${probe.vpc}/${address}`);
      return node === undefined ? { address } : { node };
    };
    const answer = network.flow({
      source: end(probe.src),
      destination: end(probe.dst),
      protocol: probe.proto,
      sourcePort: probe.srcPort,
      port: probe.dstPort,
    });
    const got = words(answer.allowed, probe.replyAllowed === undefined ? undefined : answer.replyAllowed);
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

function words(allowed: boolean, reply: boolean | undefined): string {
  if (!allowed) return 'blocked';
  return reply === false ? 'allowed, reply blocked' : 'allowed';
}
