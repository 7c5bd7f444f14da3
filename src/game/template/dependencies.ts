/** Which resource waits for which. Never takes an edge that would make two wait for each other. */
export class Dependencies {
  private readonly edges = new Map<string, Set<string>>();

  /** False when `from` would then wait for itself. */
  add(from: string, to: string): boolean {
    if (this.edges.get(from)?.has(to)) return true;
    if (from === to || this.reaches(to, from)) return false;
    const before = this.edges.get(from);
    if (before) before.add(to);
    else this.edges.set(from, new Set([to]));
    return true;
  }

  private reaches(from: string, goal: string): boolean {
    const open = [from];
    const seen = new Set(open);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === goal) return true;
      for (const next of this.edges.get(at) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    return false;
  }
}
