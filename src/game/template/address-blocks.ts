/**
 * `Fn::Cidr`: `count` neighbouring IPv4 ranges of `bits` host bits, from the beginning of a range. `undefined` when they
 * do not fit or this is no IPv4 range.
 */
export function addressBlocks(range: string, count: number, bits: number): string[] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(range);
  if (!match) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((octet) => octet > 255) || prefix > 32) return undefined;
  if (!Number.isInteger(count) || count < 1 || count > 256) return undefined;
  if (!Number.isInteger(bits) || bits < 0 || bits > 32 - prefix) return undefined;
  const size = 2 ** bits;
  if (count * size > 2 ** (32 - prefix)) return undefined;
  const start = Math.floor((((a * 256 + b) * 256 + c) * 256 + d) / 2 ** (32 - prefix)) * 2 ** (32 - prefix);
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * size;
    const octets = [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(at / unit) % 256);
    return `${octets.join('.')}/${32 - bits}`;
  });
}
