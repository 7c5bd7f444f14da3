import type { AuditRecord, Seconds } from '../../model/timeline';
import type { Facts, WalkedRequest } from '../facts';
import { resourceOf, selects } from '../monitoring/record';

const HOUR = 3600;
/** "How CloudTrail works": within about 5 minutes on average, to files and to log groups alike; not guaranteed. */
export const DELIVERY: Seconds = 300;
const MOST_RECORDS = 5000;

/** Calls become records: one per principal, event, target and hour, with their number. */
export class Audit {
  readonly records: AuditRecord[] = [];
  dropped = 0;

  /** `undefined` when nothing keeps it: not selected, not logging, or the call never reached the API. */
  note(
    { at, now }: { readonly at: number; readonly now: number },
    walked: WalkedRequest,
    count: number,
    facts: Facts,
  ): AuditRecord | undefined {
    const { record, spec, trace } = walked;
    if (!record || spec.to === undefined || count <= 0 || !reachedTheApi(walked)) return undefined;
    const able = facts.trails.filter(
      (chain) => (chain.trace.allowed || chain.logGroup !== undefined) && selects(chain, record, resourceOf(walked)),
    );
    const history = record.category === 'management';
    if (able.length === 0 && !history) return undefined;
    if (this.records.length >= MOST_RECORDS) {
      this.dropped += 1;
      return undefined;
    }
    const made: AuditRecord = {
      at: Math.floor(at / HOUR) * HOUR,
      last: now,
      event: record.eventName,
      source: record.eventSource,
      category: record.category,
      principal: principalName(walked, facts),
      from: spec.from,
      target: spec.to,
      result: trace.allowed ? 'allowed' : 'denied',
      count,
      history,
      trails: able.flatMap((one) => (one.trace.allowed ? one.trail : [])),
      logs: able.flatMap((one) => one.logGroup ?? []),
    };
    this.records.push(made);
    return made;
  }
}

/** A call that is stopped on the way, or that nobody signed for, leaves no record. One that is refused does. */
export function reachedTheApi({ trace }: WalkedRequest): boolean {
  const failed = trace.steps.find((step) => step.verdict === 'fail');
  return failed === undefined || failed.kind === 'authorisation' || failed.kind === 'key';
}

export function principalName({ spec }: WalkedRequest, facts: Facts): string {
  const { signer } = spec;
  if (signer.type === 'service') return signer.principal;
  if (signer.type === 'anonymous' || signer.node === undefined) return 'anonymous';
  return facts.node(signer.node)?.name ?? signer.node;
}
