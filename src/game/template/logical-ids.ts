/** `fraud-vpc 1` → `FraudVpc1`: CloudFormation takes letters and digits only. */
function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, 100);
}

/** Hands out logical ids, each once. */
export class LogicalIds {
  private readonly used = new Set<string>();

  /** Keeps a name that is fixed, such as a parameter's. */
  reserve(name: string): string {
    this.used.add(name);
    return name;
  }

  /** From the element's name, or from its kind where the name has no letters. */
  take(name: string, kind: string): string {
    const stem = pascal(name) || pascal(kind) || 'Resource';
    const safe = /^[0-9]/.test(stem) ? `${pascal(kind)}${stem}` : stem;
    let [id, number] = [safe, 2];
    while (this.used.has(id)) {
      id = `${safe}No${number}`;
      number += 1;
    }
    return this.reserve(id);
  }
}
