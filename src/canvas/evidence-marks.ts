import type { Diagram, NodeId } from '../model/diagram';
import type { Report } from '../model/report';
import type { Evidence, Reason, Trace } from '../model/trace';
import type { Highlight } from '../store/state';
import type { Marks } from './marks';
import type { FlowEdge } from './to-flow';

export type Say = (reason: Reason) => string;

/** More than this and the canvas shouts instead of helping. */
export const MOST_BADGES = 12;

function touched(evidence: Evidence): Set<NodeId> {
  return new Set([
    ...evidence.nodes,
    ...(evidence.fields ?? []).map((field) => field.node),
    ...(evidence.statements ?? []).flatMap((statement) => statement.node ?? []),
  ]);
}

/** Lights up what a finding rests on, and the references that it names; the rest steps back. */
export function evidenceMarks(
  highlight: Highlight | undefined,
  diagram: Diagram,
  edges: readonly FlowEdge[],
): Map<string, Marks['evidence']> {
  const marks = new Map<string, Marks['evidence']>();
  if (!highlight) return marks;
  const nodes = touched(highlight);
  const fields = new Set((highlight.fields ?? []).map(({ node, field }) => `${node}/${field}`));
  for (const id of Object.keys(diagram.nodes)) marks.set(id, nodes.has(id) ? highlight.tone : 'aside');
  for (const edge of edges) {
    const named = fields.has(edge.id) || (nodes.has(edge.source) && nodes.has(edge.target));
    marks.set(edge.id, named ? highlight.tone : 'aside');
  }
  // What a lit node stands in is its place, not an aside.
  for (const id of nodes) {
    const seen = new Set<NodeId>();
    let parent = diagram.nodes[id]?.parent;
    while (parent !== undefined && !seen.has(parent)) {
      seen.add(parent);
      if (marks.get(parent) === 'aside') marks.delete(parent);
      parent = diagram.nodes[parent]?.parent;
    }
  }
  return marks;
}

/** A trace up to one step: passed, current, failed; the first failure carries its reason. */
export function playbackMarks(
  trace: Trace | undefined,
  step: number,
  edges: readonly FlowEdge[],
  say: Say,
): Map<string, Marks['playback']> {
  const marks = new Map<string, Marks['playback']>();
  const shown = trace?.steps[step];
  if (!trace || !shown) return marks;
  const passed = new Set(trace.steps.slice(0, step).flatMap((one) => [...touched(one)]));
  const current = touched(shown);
  for (const id of passed) marks.set(id, { state: 'passed' });
  const failed = shown.verdict === 'fail';
  const subject = shown.nodes.at(-1);
  for (const id of current) {
    if (!failed) marks.set(id, { state: 'current' });
    else marks.set(id, id === subject ? { state: 'failed', bubble: say(shown.reason) } : { state: 'failed' });
  }
  const fields = new Set((shown.fields ?? []).map(({ node, field }) => `${node}/${field}`));
  for (const edge of edges) {
    const [from, to] = [edge.source, edge.target];
    if (fields.has(edge.id) || (current.has(from) && current.has(to))) {
      marks.set(edge.id, { state: failed ? 'failed' : 'current' });
    } else if ((current.has(from) && passed.has(to)) || (passed.has(from) && current.has(to))) {
      marks.set(edge.id, { state: failed ? 'failed' : 'current' });
    } else if (passed.has(from) && passed.has(to)) marks.set(edge.id, { state: 'passed' });
    else marks.set(edge.id, { state: 'aside' });
  }
  return marks;
}

/** One badge per node: problems of the drawing first, then requirements that it misses. */
export function badgeMarks(report: Report, say: Say): Map<NodeId, Marks['badge']> {
  const found = new Map<NodeId, { tone: 'bad' | 'warn'; reasons: string[] }>();
  const note = (id: NodeId | undefined, tone: 'bad' | 'warn', reason: Reason) => {
    if (id === undefined) return;
    const badge = found.get(id) ?? { tone: 'warn', reasons: [] };
    const words = say(reason);
    if (!badge.reasons.includes(words)) badge.reasons.push(words);
    if (tone === 'bad') badge.tone = 'bad';
    found.set(id, badge);
  };
  for (const problem of report.problems) {
    note(problem.nodes[0], problem.severity === 'error' ? 'bad' : 'warn', problem.reason);
  }
  for (const requirement of report.requirements) {
    for (const finding of requirement.findings) {
      if (finding.answer === 'misses') note(finding.nodes[0], 'bad', finding.reason);
    }
  }
  const worst = [...found].sort(([, a], [, b]) => Number(b.tone === 'bad') - Number(a.tone === 'bad'));
  return new Map(worst.slice(0, MOST_BADGES));
}
