/** describe-* output of AWS, one object with one list for every kind of thing. */
export type Snapshot = Readonly<Record<string, unknown>>;

/** One described thing. What is missing or of another type reads as empty, as `null` in AWS's answers does. */
export interface Row {
  text(key: string): string;
  number(key: string): number | undefined;
  flag(key: string): boolean | undefined;
  texts(key: string): readonly string[];
  row(key: string): Row | undefined;
  rows(key: string): readonly Row[];
}

/** `route_tables`, `RouteTables` and `routeTables` are one list. */
const plain = (key: string): string => key.replaceAll('_', '').toLowerCase();

export function rows(snapshot: Snapshot): ((list: string) => readonly Row[]) & { has(list: string): boolean } {
  const lists = new Map<string, readonly Row[]>();
  for (const [key, value] of Object.entries(snapshot)) {
    if (Array.isArray(value)) lists.set(plain(key), value.filter(isObject).map(rowOf));
  }
  return Object.assign((list: string) => lists.get(plain(list)) ?? [], {
    has: (list: string) => lists.has(plain(list)),
  });
}

function isObject(value: unknown): value is Snapshot {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rowOf(source: Snapshot): Row {
  const values = new Map(Object.entries(source).map(([key, value]) => [plain(key), value]));
  const read = (key: string): unknown => values.get(plain(key));
  const list = (key: string): readonly unknown[] => {
    const value = read(key);
    return Array.isArray(value) ? value : [];
  };
  return {
    text: (key) => {
      const value = read(key);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    },
    number: (key) => {
      const value = read(key);
      return typeof value === 'number' ? value : undefined;
    },
    flag: (key) => {
      const value = read(key);
      if (isObject(value)) return rowOf(value).flag('Value');
      return typeof value === 'boolean' ? value : undefined;
    },
    texts: (key) => list(key).filter((one) => typeof one === 'string'),
    row: (key) => {
      const value = read(key);
      return isObject(value) ? rowOf(value) : undefined;
    },
    rows: (key) => list(key).filter(isObject).map(rowOf),
  };
}
