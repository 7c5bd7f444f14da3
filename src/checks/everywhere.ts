const EVERYWHERE: ReadonlySet<string | undefined> = new Set(['0.0.0.0/0', '::/0']);

/** All addresses of IPv4, or of IPv6, in one range. */
export function isEverywhere(cidr: string | undefined): boolean {
  return EVERYWHERE.has(cidr);
}
