import type { KindCatalog } from '../catalog/kind';
import type { Facts } from '../engine/facts';
import type { Pack } from '../model/pack';
import type { Finding } from '../model/report';
import type { Reason } from '../model/trace';
import { VERDICTS, type Audit, type JudgedControl, type Verdict } from './audit';
import { count } from './words';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  'not-met': 'Not met',
  met: 'Met',
  'not-applicable': 'Not applicable',
};
export const CAVEAT = 'That a pack passes is evidence, not compliance. The standard itself asks for more.';

export interface ReportLine {
  readonly meets: boolean;
  /** witness or counterexample, in words. */
  readonly text: string;
  /** where the walk of the counterexample stopped. */
  readonly because?: string;
  /** names of the resources it rests on, with what they are. */
  readonly resources: readonly string[];
}
export interface ReportControl {
  readonly id: string;
  readonly demand: string;
  readonly verdict: string;
  /** `2 of 3` */
  readonly value: string;
  readonly numbers: readonly string[];
  readonly asFarAsWeKnow: boolean;
  readonly source: { readonly title: string; readonly url: string };
  /** `AWS Config s3-bucket-ssl-requests-only` */
  readonly names: readonly string[];
  readonly lines: readonly ReportLine[];
  /** findings that are not listed. */
  readonly more: number;
}
/** An audit as words: what the screen, the paper and the Markdown file show. */
export interface AuditReport {
  readonly title: string;
  readonly subject: string;
  /** ISO 8601 */
  readonly at: string;
  readonly summary: string;
  readonly notes: readonly string[];
  readonly groups: readonly { readonly title: string; readonly controls: readonly ReportControl[] }[];
  readonly left: readonly {
    readonly demand: string;
    readonly numbers: readonly string[];
    readonly rules: readonly string[];
  }[];
  /** with the demands that they are about. */
  readonly tradeOffs: readonly { readonly text: string; readonly concerns: readonly string[] }[];
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

export interface ReportSetting {
  readonly facts: Facts;
  /** for the titles of kinds. */
  readonly catalog: KindCatalog;
  /** a reason as a sentence. */
  readonly say: (reason: Reason) => string;
  /** what was audited: the name of a scenario or a file. */
  readonly subject: string;
  /** ISO 8601; the report never asks a clock. */
  readonly at: string;
}
const MOST_LINES = 20;

/** What nothing is said of takes a line of a list and no section. */
export function hasEvidence({ lines }: ReportControl): boolean {
  return lines.length > 0;
}

/** Puts an audit into words. */
export function auditReport(audit: Audit, setting: ReportSetting): AuditReport {
  const { pack, totals } = audit;
  return {
    title: pack.title,
    subject: setting.subject,
    at: setting.at,
    summary: summaryOf(audit),
    notes: notesOf(audit),
    groups: VERDICTS.filter((verdict) => totals[verdict] > 0).map((verdict) => ({
      title: VERDICT_WORDS[verdict],
      controls: audit.controls
        .filter((one) => one.verdict === verdict)
        .map((one) => ({
          ...wordsOfControl(one),
          lines: one.findings.slice(0, MOST_LINES).map((finding) => lineOf(finding, setting)),
          more: Math.max(0, one.findings.length - MOST_LINES),
        })),
    })),
    left: pack.left,
    tradeOffs: audit.tradeOffs.map((one) => ({
      text: one.text,
      concerns: audit.controls.flatMap(({ control, tradeOffs }) => (tradeOffs.includes(one) ? [control.demand] : [])),
    })),
    sources: [pack.standard, ...pack.sources].filter(
      (one, index, all) => all.findIndex((other) => other.url === one.url) === index,
    ),
  };
}

/** `12 controls met, 5 not met, 8 not applicable; 4 demands a drawing does not answer.` */
export function summaryOf({ totals, pack }: Pick<Audit, 'totals' | 'pack'>): string {
  const judged = `${count(totals.met, 'control')} met, ${totals['not-met']} not met, ${totals['not-applicable']} not applicable`;
  return pack.left.length === 0
    ? `${judged}.`
    : `${judged}; ${count(pack.left.length, 'demand')} that a drawing does not answer.`;
}

/** What a reader must know before the verdicts. */
export function notesOf({ pack, errors }: Pick<Audit, 'pack' | 'errors'>): readonly string[] {
  return [
    CAVEAT,
    ...(pack.standard.retired === undefined ? [] : [`This standard was retired on ${pack.standard.retired}.`]),
    pack.note,
    ...(errors === 0 ? [] : [`The drawing has ${count(errors, 'error')}. What they hide is not judged.`]),
  ];
}

/** Its names at other places: `Security Hub S3.5`. */
export function namesOf({ config, securityHub, cdkNag }: Pack['controls'][number]): readonly string[] {
  return [
    ...config.map((name) => `AWS Config ${name}`),
    ...securityHub.map((name) => `Security Hub ${name}`),
    ...cdkNag.map((name) => `cdk-nag ${name}`),
  ];
}

function wordsOfControl({ control, verdict, meets, judged }: JudgedControl): Omit<ReportControl, 'lines' | 'more'> {
  return {
    id: control.id,
    demand: control.demand,
    verdict: VERDICT_WORDS[verdict],
    value: judged === 0 ? '' : `${meets} of ${judged}`,
    numbers: control.numbers,
    asFarAsWeKnow: control.asFarAsWeKnow,
    source: control.source,
    names: namesOf(control),
  };
}

function lineOf(finding: Finding, { facts, catalog, say }: ReportSetting): ReportLine {
  const meets = finding.answer === 'meets';
  const stopped = meets ? undefined : finding.trace?.steps.findLast((step) => step.verdict === 'fail');
  return {
    meets,
    text: say(finding.reason),
    ...(stopped && { because: say(stopped.reason) }),
    resources: [...new Set(finding.nodes)].flatMap((id) => {
      const node = facts.node(id);
      return node ? [`${node.name} (${catalog.get(node.kind)?.title ?? node.kind})`] : [];
    }),
  };
}
