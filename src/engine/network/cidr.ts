/** IPv4 addresses are unsigned 32-bit numbers here; everything is total: what does not parse is `undefined`. */
export interface Block {
  readonly first: number;
  readonly last: number;
  readonly bits: number;
}

const OCTET = /^(0|[1-9]\d{0,2})$/;

export function parseAddress(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let address = 0;
  for (const part of parts) {
    if (!OCTET.test(part) || Number(part) > 255) return undefined;
    address = address * 256 + Number(part);
  }
  return address;
}

export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

/** Host bits are dropped, as EC2 does: `10.0.0.9/24` is `10.0.0.0/24`. */
export function parseCidr(text: string): Block | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const length = text.slice(slash + 1);
  const address = parseAddress(text.slice(0, slash));
  if (address === undefined || !/^(0|[1-9]\d?)$/.test(length) || Number(length) > 32) return undefined;
  const bits = Number(length);
  const size = 2 ** (32 - bits);
  const first = address - (address % size);
  return { first, last: first + size - 1, bits };
}

export function formatCidr(block: Block): string {
  return `${formatAddress(block.first)}/${block.bits}`;
}

export function holds(block: Block, address: number): boolean {
  return address >= block.first && address <= block.last;
}

export function contains(outer: Block, inner: Block): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}

export function overlaps(a: Block, b: Block): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** AWS keeps the first four addresses and the last one of every subnet for itself. */
export function nextFreeAddress(subnet: Block, taken: ReadonlySet<number>, from = subnet.first): number | undefined {
  for (let address = Math.max(from, subnet.first + 4); address < subnet.last; address += 1) {
    if (!taken.has(address)) return address;
  }
  return undefined;
}

const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
].flatMap((text) => parseCidr(text) ?? []);

/** Can a host on the internet have it? */
export function isPublicAddress(address: number): boolean {
  return address >= 0 && address <= 0xffffffff && !NOT_PUBLIC.some((block) => holds(block, address));
}

/**
 * One public address for each way in which a family of blocks can treat an address, `known` aside. Blocks nest or
 * are disjoint, so every region begins at the start of a block or just behind the end of one.
 */
export function representatives(blocks: readonly Block[], known: number): number[] {
  const treatment = (address: number) => blocks.map((block) => (holds(block, address) ? '1' : '0')).join('');
  const seen = new Set([treatment(known)]);
  return [...blocks, ...NOT_PUBLIC]
    .flatMap((block) => [block.first, block.last + 1])
    .filter(isPublicAddress)
    .sort((a, b) => a - b)
    .filter((address) => {
      const own = treatment(address);
      return !seen.has(own) && seen.add(own);
    });
}
