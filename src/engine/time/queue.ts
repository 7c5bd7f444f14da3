/** What happens when its time has come. */
export type Action = () => void;

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly action: Action;
}

/** Events in order of time; events of the same instant in the order in which they were put in. A binary heap. */
export class EventQueue {
  private readonly heap: Entry[] = [];
  private order = 0;
  /** the instant of the event that runs, or ran last. */
  now: number;
  processed = 0;

  constructor(from: number) {
    this.now = from;
  }

  /** Nothing happens in the past: an earlier instant counts as now. */
  at(instant: number, action: Action): void {
    const { heap } = this;
    const entry: Entry = { at: Math.max(instant, this.now), order: this.order, action };
    this.order += 1;
    let index = heap.length;
    heap.push(entry);
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (!parent || before(parent, entry)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = entry;
  }

  /** Runs every event before `to`. */
  run(to: number): void {
    for (let next = this.heap[0]; next && next.at < to; next = this.heap[0]) {
      this.takeFirst();
      this.now = next.at;
      this.processed += 1;
      next.action();
    }
    this.now = to;
  }

  private takeFirst(): void {
    const { heap } = this;
    const last = heap.pop();
    const size = heap.length;
    if (!last || size === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      let least = heap[child];
      if (!least) break;
      const right = heap[child + 1];
      if (right && before(right, least)) {
        least = right;
        child += 1;
      }
      if (before(last, least)) break;
      heap[index] = least;
      index = child;
    }
    heap[index] = last;
  }
}

function before(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
