import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { draw, policy } from '../../src/checks/example';
import { checks } from '../../src/checks/index';
import { factsOf } from '../../src/engine/facts-of';
import { say, wordsOf } from '../../src/engine/wording';
import { audit, VERDICTS } from '../../src/game/audit';
import { auditMarkdown } from '../../src/game/audit-markdown';
import { auditReport } from '../../src/game/audit-report';
import { packOf, PACKS } from '../../src/game/packs';
import { Account } from '../../src/model/account';
import type { Diagram } from '../../src/model/diagram';
import type { Pack } from '../../src/model/pack';

const words = wordsOf(checks);
function pack(id: string): Pack {
  const found = PACKS.find((one) => one.id === id);
  if (!found) throw new Error(`There is no pack ${id}.`);
  return found;
}
function held(diagram: Diagram, id: string) {
  const facts = factsOf(diagram, Account.parse({}), catalog);
  const result = audit(facts, pack(id), checks);
  const report = auditReport(result, {
    facts,
    catalog,
    say: (reason) => say(reason, words),
    subject: 'A drawing',
    at: '2026-11-24T08:00:00.000Z',
  });
  return { result, report, text: auditMarkdown(report) };
}
const verdictOf = (diagram: Diagram, id: string, control: string) =>
  held(diagram, id).result.controls.find((one) => one.control.id === control)?.verdict;

const open = policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::cards/*' });
const mixed = draw({
  cards: ['s3-bucket', { policy: open, blockPublicAccess: false }],
  other: ['s3-bucket', { encryption: 'sse-kms', kmsKey: 'key' }],
  key: ['kms-key', { enableKeyRotation: true }],
});

describe('an audit', () => {
  it('judges nothing on an empty canvas', () => {
    for (const { id } of PACKS) {
      const { result } = held({ nodes: {} }, id);
      expect(result.totals).toEqual({ met: 0, 'not-met': 0, 'not-applicable': result.controls.length });
      expect(result.tradeOffs).toEqual([]);
    }
  });
  it('tells met, not met and not applicable apart', () => {
    expect(verdictOf(mixed, 'pci-dss-4.0.1', 'key-rotation')).toBe('met');
    expect(verdictOf(mixed, 'pci-dss-4.0.1', 'bucket-not-public')).toBe('not-met');
    expect(verdictOf(mixed, 'pci-dss-4.0.1', 'bucket-kms')).toBe('not-met');
    expect(verdictOf(mixed, 'pci-dss-4.0.1', 'function-not-public')).toBe('not-applicable');
  });
  it('counts every control once', () => {
    for (const { id } of PACKS) {
      const { totals, controls } = held(mixed, id).result;
      expect(VERDICTS.reduce((sum, verdict) => sum + totals[verdict], 0)).toBe(controls.length);
    }
  });
  it('asks what each pack asks: rotation for PCI DSS, not for HIPAA', () => {
    expect(verdictOf(mixed, 'pci-dss-3.2.1', 'key-rotation')).toBe('met');
    expect(verdictOf(mixed, 'hipaa-security', 'key-rotation')).toBeUndefined();
  });
  it('shows what misses first, never what is silent', () => {
    const { controls } = held(mixed, 'pci-dss-4.0.1').result;
    for (const { findings, judged } of controls) {
      expect(findings).toHaveLength(judged);
      expect(findings.some((one) => one.answer === 'silent')).toBe(false);
      const answers = findings.map((one) => one.answer);
      expect(answers).toEqual([...answers].sort((a, b) => (a === b ? 0 : a === 'misses' ? -1 : 1)));
    }
  });
  it('counts errors of the drawing', () => {
    const lost = draw({ data: ['s3-bucket', { encryption: 'sse-kms', kmsKey: 'gone' }] });
    const { result, report } = held(lost, 'gdpr');
    expect(result.errors).toBeGreaterThan(0);
    expect(report.notes.join(' ')).toContain('What they hide is not judged.');
  });
});

describe('trade-offs', () => {
  const topic = (encryption: string) => draw({ topic: ['sns-topic', { encryption }] });
  const told = (encryption: string) => held(topic(encryption), 'pci-dss-3.2.1').result.tradeOffs.map((one) => one.id);
  it('appear when the design runs into them', () => {
    expect(told('aws-managed')).toContain('sns-alarm-key');
    expect(told('none')).not.toContain('sns-alarm-key');
  });
});

describe('the report', () => {
  const { report, text } = held(mixed, 'pci-dss-4.0.1');
  it('gives evidence in words, with the resources it rests on', () => {
    const control = report.groups[0]?.controls.find((one) => one.id === 'bucket-not-public');
    expect(control?.verdict).toBe('Not met');
    expect(control?.value).toBe('1 of 2');
    expect(control?.lines[0]).toMatchObject({
      meets: false,
      text: 'cards answers s3:GetObject to anybody on the internet.',
      resources: ['cards (S3 bucket)'],
    });
    expect(control?.names).toContain('AWS Config s3-bucket-level-public-access-prohibited');
  });
  it('says that it is evidence and not compliance, and what it left out', () => {
    expect(report.notes[0]).toContain('not compliance');
    expect(report.left.length).toBeGreaterThan(3);
    expect(held(mixed, 'pci-dss-3.2.1').report.notes.join(' ')).toContain('retired on 2024-03-31');
  });
  it('becomes Markdown with every section', () => {
    for (const heading of ['# PCI DSS 4.0.1', '## Not met', '## Met', '## Not answered by a drawing', '## Sources'])
      expect(text.split('\n')).toContain(heading);
    expect(text).toContain('2026-11-24');
    expect(text).not.toMatch(/undefined|\{[a-z]+\}/i);
  });
  it('lists what nothing is drawn for in a line each, without evidence', () => {
    expect(text).toMatch(/^- A function is opened neither .* \(7\.2\.1\)$/m);
    expect(text).not.toMatch(/^### A function is opened neither/m);
    expect(text).toMatch(/^### A bucket refuses requests without TLS/m);
  });
  it('says which demands a trade-off is about', () => {
    expect(text).toMatch(
      /^- AWS packs look at data events of S3 only\..* About: A trail records reads and writes of objects\.$/m,
    );
  });
  it('marks numbers without a source', () => {
    expect(held(mixed, 'gdpr').text).toContain('Numbers as far as we know.');
  });
  it('lists at most twenty findings for a control', () => {
    const many = draw(Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`b${index}`, ['s3-bucket']])));
    const control = held(many, 'pci-dss-4.0.1')
      .report.groups.flatMap((one) => one.controls)
      .find((one) => one.id === 'bucket-kms');
    expect([control?.lines.length, control?.more]).toEqual([20, 5]);
  });
});

describe('names from the drawing', () => {
  const evil = '<img src=x onerror=alert(1)> [a](https://evil.example) **b** `c`\n# d';
  const drawing: Diagram = {
    nodes: { data: { id: 'data', kind: 's3-bucket', name: evil, position: { x: 0, y: 0 }, props: {} } },
  };
  const { text } = held(drawing, 'pci-dss-4.0.1');
  it('cannot become markup', () => {
    expect(text).not.toMatch(/(^|[^\\])<img/);
    expect(text).not.toMatch(/[^\\]\]\(https/);
    expect(text).not.toMatch(/^# d/m);
    expect(text).not.toContain('https://evil');
    expect(text).toContain('\\<img src=x onerror=alert(1)\\>');
  });
});

describe('the pack of a scenario', () => {
  const cites = (standard: 'HIPAA' | 'GDPR') => ({ standard, number: '1', source: 'somewhere' });
  const requirement = (id: string, controls: ReturnType<typeof cites>[]) => ({
    id,
    title: id,
    detail: '',
    check: 'not-public',
    params: {},
    points: 1,
    controls,
    hints: [],
    debrief: 'd',
  });
  it('is the one that it cites most', () => {
    expect(
      packOf({ requirements: [requirement('a', [cites('GDPR')]), requirement('b', [cites('GDPR'), cites('HIPAA')])] })
        ?.id,
    ).toBe('gdpr');
    expect(packOf({ requirements: [requirement('a', [cites('HIPAA')])] })?.id).toBe('hipaa-security');
    expect(packOf({ requirements: [] })?.id).toBe('pci-dss-4.0.1');
  });
});
