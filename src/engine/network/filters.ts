import type { NodeId } from '../../model/diagram';
import type { FieldRef } from '../../model/trace';
import { formatAddress, holds, type Address } from './cidr';
import type { AclRule, IpProtocol, SecurityRule } from './facets';
import type { Layout, Nic, Subnet } from './layout';
import type { Trail } from './trail';
import { FIELDS } from './fields';

export interface Packet {
  readonly protocol: IpProtocol;
  /** 0 where the protocol has no ports. */
  readonly port: number;
  readonly sourcePorts: readonly [number, number];
}

/** The other end as a filter sees it. `nic` only while the packet carries the interface's private address. */
export interface Peer {
  readonly address: Address;
  readonly label: string;
  readonly nic?: Nic;
  /** it is an interface, but what lies between does not say which security groups it carries. */
  readonly groupsUnseen?: 'group-not-seen' | 'group-not-carried';
  /** the service behind a public address. */
  readonly service?: string;
}

/** IANA, "Assigned Internet Protocol Numbers". */
const PROTOCOL_WORDS: Readonly<Record<string, string>> = { icmpv6: 'ICMPv6', '47': 'GRE', '50': 'ESP', '51': 'AH' };

export function hasPorts(protocol: SecurityRule['protocol']): boolean {
  return protocol === 'tcp' || protocol === 'udp';
}

export function protocolWords(protocol: IpProtocol): string {
  const word = PROTOCOL_WORDS[protocol];
  return word ?? (/^\d/.test(protocol) ? `protocol ${protocol}` : protocol.toUpperCase());
}

export function portWords(protocol: IpProtocol, port: number): string {
  return hasPorts(protocol) ? `${protocolWords(protocol)} ${port}` : protocolWords(protocol);
}

/** Security groups only allow, are read as a union, and remember the connection: replies need no rule. */
export function passGroups(
  layout: Layout,
  trail: Trail,
  nic: Nic,
  direction: 'egress' | 'ingress',
  peer: Peer,
  packet: Packet,
  role: 'node' | 'endpoint' = 'node',
): boolean {
  const values = {
    node: layout.name(nic.node),
    traffic: portWords(packet.protocol, packet.port),
    peer: peer.label,
    address: formatAddress(peer.address),
  };
  if (nic.impliedDefaultOf !== undefined) {
    const vpc = layout.name(nic.impliedDefaultOf);
    if (direction === 'egress' || peer.nic?.impliedDefaultOf === nic.impliedDefaultOf)
      return trail.pass('security-group', `default-group-${direction}`, { ...values, vpc }, [
        nic.node,
        nic.impliedDefaultOf,
      ]);
    return trail.fail('security-group', 'default-group-admits-itself', { ...values, vpc }, [
      nic.node,
      nic.impliedDefaultOf,
    ]);
  }
  for (const group of nic.groups) {
    const rule = layout.facet(group, 'security-group')?.[direction].find((one) => matches(layout, one, peer, packet));
    if (rule) {
      const by = { ...values, group: layout.name(group), rule: ruleWords(layout, rule) };
      return trail.pass(
        'security-group',
        `group-allows-${direction}`,
        by,
        [nic.node, group],
        [{ node: group, field: rule.field }],
      );
    }
  }
  const fields = nic.groups.map((group): FieldRef => ({ node: group, field: FIELDS[direction] }));
  const groups = nic.groups.map(layout.name).join(', ');
  if (nic.groups.length === 0) return trail.fail('security-group', 'group-of-another-vpc', values, [nic.node]);
  const rules = nic.groups.flatMap((group) => layout.facet(group, 'security-group')?.[direction] ?? []);
  const code = failureOf(rules, direction, peer, role);
  return trail.fail(
    'security-group',
    code,
    { ...values, groups, direction: DIRECTIONS[direction] },
    [nic.node, ...nic.groups],
    fields,
  );
}

const DIRECTIONS = { egress: 'outbound', ingress: 'inbound' } as const;

function failureOf(
  rules: readonly SecurityRule[],
  direction: 'egress' | 'ingress',
  peer: Peer,
  role: 'node' | 'endpoint',
): string {
  if (peer.groupsUnseen && rules.some((rule) => rule.group !== undefined)) return peer.groupsUnseen;
  if (role === 'endpoint') return 'endpoint-group-no-ingress';
  return rules.length === 0 ? 'group-without-rules' : `group-no-${direction}`;
}

function matches(layout: Layout, rule: SecurityRule, peer: Peer, packet: Packet): boolean {
  if (rule.protocol !== 'all' && rule.protocol !== packet.protocol) return false;
  if (hasPorts(rule.protocol) && (packet.port < rule.fromPort || packet.port > rule.toPort)) return false;
  if (rule.group !== undefined) return peer.nic?.groups.includes(rule.group) ?? false;
  if (rule.prefixListOf !== undefined) return peer.nic === undefined && peer.service === rule.prefixListOf;
  const block = layout.block(rule.cidr ?? '');
  return block !== undefined && holds(block, peer.address);
}

function ruleWords(layout: Layout, rule: SecurityRule): string {
  if (rule.group !== undefined) return layout.name(rule.group);
  return rule.prefixListOf !== undefined ? `prefix list of ${rule.prefixListOf}` : (rule.cidr ?? '');
}

export interface Crossing {
  readonly subnet: Subnet;
  readonly direction: AclRule['direction'];
  readonly peer: Peer;
  readonly protocol: IpProtocol;
  /** destination ports of the packet: one for a request, the client's ephemeral range for the reply. */
  readonly ports: Span;
  readonly reply: boolean;
}

/** Network ACLs are read by ascending number, the first match decides, and they forget: replies are new packets. */
export function passAcl(layout: Layout, trail: Trail, crossing: Crossing): boolean {
  const { subnet, direction, peer, protocol, ports, reply } = crossing;
  const kind = reply ? 'return' : 'network-acl';
  const portText =
    ports[0] === ports[1] ? portWords(protocol, ports[0]) : `${protocolWords(protocol)} ${ports[0]}-${ports[1]}`;
  const values = {
    subnet: layout.name(subnet.id),
    direction,
    traffic: hasPorts(protocol) ? portText : protocolWords(protocol),
    peer: peer.label,
    address: formatAddress(peer.address),
  };
  const acl = subnet.acl;
  if (acl === undefined || !layout.facet(acl, 'network-acl'))
    return trail.pass(kind, 'default-acl', values, [subnet.id]);
  const named = { ...values, acl: layout.name(acl) };
  const { refusal, allowed, lost } = decide(layout, acl, crossing);
  if (!refusal) {
    const fields = allowed.map((rule): FieldRef => ({ node: acl, field: rule.field }));
    const number = allowed.map((rule) => rule.number).join(', ');
    return trail.pass(kind, reply ? 'return-allowed' : 'acl-allows', { ...named, number }, [subnet.id, acl], fields);
  }
  const at: NodeId[] = [subnet.id, acl];
  const prefix = reply ? 'return' : 'acl';
  // A rule against one port (RDP) costs one connection in thousands; half of the range costs every second one.
  const share = lost.reduce((sum, [from, to]) => sum + to - from + 1, 0) / (ports[1] - ports[0] + 1);
  if (reply && share < 1 - FEW) {
    const all = { ...named, lost: lost.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ') };
    const deciding = [...allowed, ...(refusal.rule ? [refusal.rule] : [])];
    const fields = deciding.map((rule): FieldRef => ({ node: acl, field: rule.field }));
    if (share < FEW) return trail.info(kind, 'return-few-lost', all, at, fields);
    return trail.fail(kind, 'return-partial', all, at, fields);
  }
  if (refusal.rule)
    return trail.fail(kind, `${prefix}-denies`, { ...named, number: refusal.rule.number }, at, [
      { node: acl, field: refusal.rule.field },
    ]);
  return trail.fail(kind, `${prefix}-no-rule`, named, at);
}

/** A share of the port range that does not count: below it a loss is luck, and so is a success. */
const FEW = 1 / 20;

type Span = readonly [number, number];

interface Decision {
  readonly allowed: readonly AclRule[];
  /** what does not pass. */
  readonly lost: readonly Span[];
  /** why the first of it does not pass; without a rule it was the final `*`. */
  readonly refusal?: { readonly rule?: AclRule };
}

function decide(layout: Layout, acl: NodeId, crossing: Crossing): Decision {
  let open: Span[] = [crossing.ports];
  const allowed: AclRule[] = [];
  const lost: Span[] = [];
  let refusal: Decision['refusal'];
  for (const rule of layout.aclRules(acl, crossing.direction)) {
    if (open.length === 0) break;
    if (rule.protocol !== 'all' && rule.protocol !== crossing.protocol) continue;
    const block = layout.block(rule.cidr);
    if (!block || !holds(block, crossing.peer.address)) continue;
    const [from, to] = hasPorts(rule.protocol) ? [rule.fromPort, rule.toPort] : [0, 65535];
    const hits = open.flatMap(([first, last]): Span[] =>
      from <= last && to >= first && from <= to ? [[Math.max(from, first), Math.min(to, last)]] : [],
    );
    if (hits.length === 0) continue;
    if (rule.action === 'allow') allowed.push(rule);
    else {
      lost.push(...hits);
      refusal ??= { rule };
    }
    open = open.flatMap((span) => without(span, from, to));
  }
  if (open.length > 0) refusal ??= {};
  lost.push(...open);
  return refusal ? { allowed, lost, refusal } : { allowed, lost };
}

function without(span: Span, from: number, to: number): Span[] {
  if (to < span[0] || from > span[1]) return [span];
  const left: Span[] = span[0] < from ? [[span[0], from - 1]] : [];
  return to < span[1] ? [...left, [to + 1, span[1]]] : left;
}
