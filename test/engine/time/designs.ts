import { catalog } from '../../../src/catalog/index';
import { INCIDENT_EXAMPLES } from '../../../src/checks/incident-examples';
import type { Facts } from '../../../src/engine/facts';
import { factsOf } from '../../../src/engine/facts-of';
import { simulate } from '../../../src/engine/time/simulate';
import { Account } from '../../../src/model/account';
import type { Diagram, DiagramNode } from '../../../src/model/diagram';
import { Incident, Traffic } from '../../../src/model/incident';
import type { Json } from '../../../src/model/json';
import type { Outcome, Timeline } from '../../../src/model/timeline';
import { admits, may } from './policies';

/** A function asks an endpoint; a monitor, an alarm and a topic watch it; an operator may look at endpoints. */
export const WATCHED: Diagram = INCIDENT_EXAMPLES.told.diagram;

type Props = { readonly [field: string]: Json };
/** Changes of properties by node, new nodes with their kind, `null` = gone. */
type Edits = Readonly<Record<string, Props | null | readonly [kind: string, props: Props]>>;

export function edit(diagram: Diagram, edits: Edits): Diagram {
  const nodes: Record<string, DiagramNode> = { ...diagram.nodes };
  for (const [id, change] of Object.entries(edits)) {
    const before = nodes[id];
    if (change === null) delete nodes[id];
    else if (isNew(change)) nodes[id] = { id, kind: change[0], name: id, position: { x: 0, y: 0 }, props: change[1] };
    else if (before) nodes[id] = { ...before, props: { ...before.props, ...change } };
    else throw new Error(`There is no node ${id}.`);
  }
  return { nodes };
}

function isNew(change: Props | readonly [string, Props]): change is readonly [string, Props] {
  return Array.isArray(change);
}

export function factsFrom(diagram: Diagram): Facts {
  const facts = factsOf(diagram, Account.parse({}), catalog);
  const broken = facts.problems.filter((one) => /^graph\.(wrong|unknown|circular|invalid)/.test(one.reason.code));
  if (broken.length > 0) throw new Error(JSON.stringify(broken));
  return facts;
}

/** A trail writes every invocation to a bucket and to a log group. */
export const RECORDED = edit(WATCHED, {
  log: ['s3-bucket', { policy: admits('cloudtrail.amazonaws.com', 's3:*') }],
  trail: [
    'cloudtrail-trail',
    { bucket: 'log', dataEvents: ['AWS::SageMaker::Endpoint'], logGroup: 'group', role: 'writer' },
  ],
  group: ['log-group', {}],
  writer: [
    'iam-role',
    {
      trustPolicy: admits('cloudtrail.amazonaws.com', 'sts:AssumeRole'),
      ...may('logs:CreateLogStream', 'logs:PutLogEvents'),
    },
  ],
});

interface Played {
  readonly incidents?: readonly object[];
  readonly hours?: number;
  readonly traffic?: object;
  readonly seed?: number;
}

export function play(
  of: Diagram | Facts,
  { incidents = [], hours = 40, traffic = {}, seed = 1 }: Played = {},
): Timeline {
  return simulate('requests' in of ? of : factsFrom(of), {
    seed,
    fromHour: 0,
    toHour: hours,
    traffic: Traffic.parse(traffic),
    incidents: incidents.map((one) => Incident.parse(one)),
  });
}

/** The one outcome of one incident that begins at hour 30. */
export function outcome(of: Diagram | Facts, incident: object, more: Played = {}): Outcome {
  const { outcomes } = play(of, { ...more, incidents: [{ atHour: 30, ...incident }] });
  const [first] = outcomes;
  if (!first || outcomes.length > 1) throw new Error(`expected one outcome, found ${outcomes.length}`);
  return first;
}

export function codes(trace: Outcome['prevented']['trace']): readonly string[] {
  return trace.steps.map((step) => step.reason.code);
}
