/**
 * An address is a number: an unsigned 32-bit one for IPv4, a bigint for IPv6. IPv6 counts from 2^128 up, so that no
 * IPv4 block ever holds an IPv6 address and the other way round. Everything is total: what does not parse is `undefined`.
 */
export type Address = number | bigint;

export interface Block {
  readonly first: Address;
  readonly last: Address;
  readonly bits: number;
}

const OCTET = /^(0|[1-9]\d{0,2})$/;
const GROUP = /^[\da-f]{1,4}$/i;
const V6 = 1n << 128n;

export function isIpv6(address: Address): address is bigint {
  return typeof address === 'bigint';
}

export function parseAddress(text: string): Address | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let address = 0;
  for (const part of parts) {
    if (!OCTET.test(part) || Number(part) > 255) return undefined;
    address = address * 256 + Number(part);
  }
  return address;
}

/** RFC 4291: eight groups of four hexadecimal digits, one run of zeros may be `::`. */
function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [before = [], after = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - before.length - after.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  if (!groups.every((group) => GROUP.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n) + V6;
}

export function formatAddress(address: Address): string {
  if (!isIpv6(address)) return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
  const value = address - V6;
  const groups = Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(112 - 16 * index)) & 0xffffn));
  return compress(groups.map((group) => group.toString(16)));
}

/** RFC 5952: the longest run of at least two zero groups becomes `::`, the first of equals. */
function compress(groups: readonly string[]): string {
  let best = { from: 0, length: 1 };
  let from = 0;
  groups.forEach((group, index) => {
    if (group !== '0') from = index + 1;
    else if (index - from + 1 > best.length) best = { from, length: index - from + 1 };
  });
  if (best.length < 2) return groups.join(':');
  return `${groups.slice(0, best.from).join(':')}::${groups.slice(best.from + best.length).join(':')}`;
}

/** Host bits are dropped, as EC2 does: `10.0.0.9/24` is `10.0.0.0/24`. */
export function parseCidr(text: string): Block | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const length = text.slice(slash + 1);
  const address = parseAddress(text.slice(0, slash));
  if (address === undefined || !/^(0|[1-9]\d{0,2})$/.test(length)) return undefined;
  const bits = Number(length);
  if (bits > (isIpv6(address) ? 128 : 32)) return undefined;
  if (isIpv6(address)) {
    const size = 1n << BigInt(128 - bits);
    const first = address - (address % size);
    return { first, last: first + size - 1n, bits };
  }
  const size = 2 ** (32 - bits);
  const first = address - (address % size);
  return { first, last: first + size - 1, bits };
}

export function formatCidr(block: Block): string {
  return `${formatAddress(block.first)}/${block.bits}`;
}

export function holds(block: Block, address: Address): boolean {
  return address >= block.first && address <= block.last;
}

export function contains(outer: Block, inner: Block): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}

export function overlaps(a: Block, b: Block): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** For sorting. */
export function compare(a: Address, b: Address): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function plus(address: Address, more: number): Address {
  return isIpv6(address) ? address + BigInt(more) : address + more;
}

/** AWS keeps the first four addresses and the last one of every subnet for itself. */
export function nextFreeAddress(
  subnet: Block,
  taken: ReadonlySet<Address>,
  from: Address = subnet.first,
): Address | undefined {
  const lowest = plus(subnet.first, 4);
  for (let address = from > lowest ? from : lowest; address < subnet.last; address = plus(address, 1)) {
    if (!taken.has(address)) return address;
  }
  return undefined;
}

const blocksOf = (...texts: string[]): Block[] => texts.flatMap((text) => parseCidr(text) ?? []);
/** RFC 6598, shared address space. */
const [SHARED] = blocksOf('100.64.0.0/10');
const NOT_PUBLIC = blocksOf(
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
);
/** RFC 4291: global unicast addresses are given out of this block. */
const [GLOBAL_UNICAST] = blocksOf('2000::/3');

/** Can a host on the internet have it? */
export function isPublicAddress(address: Address): boolean {
  if (isIpv6(address)) return GLOBAL_UNICAST !== undefined && holds(GLOBAL_UNICAST, address);
  return address >= 0 && address <= 0xffffffff && !NOT_PUBLIC.some((block) => holds(block, address));
}

export function isSharedAddress(address: Address): boolean {
  return SHARED !== undefined && holds(SHARED, address);
}

/**
 * One address for each way in which a family of blocks can treat an address of `legal`, `known` aside. Blocks nest
 * or are disjoint, so every region begins at the start of a block or just behind the end of one.
 */
export function representatives(
  blocks: readonly Block[],
  known: Address,
  legal: (address: Address) => boolean,
): Address[] {
  const treatment = (address: Address) => blocks.map((block) => (holds(block, address) ? '1' : '0')).join('');
  const seen = new Set([treatment(known)]);
  const borders = GLOBAL_UNICAST ? [...NOT_PUBLIC, GLOBAL_UNICAST] : NOT_PUBLIC;
  const edges = [...blocks, ...borders].filter((block) => isIpv6(block.first) === isIpv6(known));
  return edges
    .flatMap((block) => [block.first, plus(block.last, 1)])
    .filter(legal)
    .sort(compare)
    .filter((address) => {
      const own = treatment(address);
      return !seen.has(own) && seen.add(own);
    });
}
