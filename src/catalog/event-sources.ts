import * as z from 'zod/mini';
import type { FacetContext, NodeOf } from '../engine/facets';
import type { RequestSpec, Signer } from '../engine/request/facets';
import type { NodeId } from '../model/diagram';
import { field, ref } from '../model/field';
import { int, list } from '../model/schema';
import type { Calls } from './calls';
import type { Link } from './kind';
import { nameOf } from './neighbour';

const READ = 'kinesis:GetRecords';

/** What Lambda asks of a stream before and while it reads ("Process Amazon Kinesis Data Streams records with Lambda"). */
export const CONSUMER_ACTIONS = [
  'kinesis:DescribeStream',
  'kinesis:DescribeStreamSummary',
  'kinesis:ListShards',
  'kinesis:GetShardIterator',
  READ,
] as const;

export const EventSources = field(
  list(
    z.strictObject({
      source: ref('event-source', {
        title: 'Source',
        help: 'Lambda reads it with the execution role, on its own network.',
        aws: 'EventSourceArn',
      }),
      batchSize: field(z._default(int(1, 10_000), 100), {
        title: 'Records at once',
        help: 'The most that one invocation gets.',
        aws: 'BatchSize',
      }),
    }),
    5,
  ),
  { title: 'Event sources', help: 'Streams whose records invoke the function.', aws: 'EventSourceMapping' },
);
export type EventSources = z.output<typeof EventSources>;

export const EVENT_SOURCES_LINK: Link = {
  field: 'eventSources[].source',
  to: 'event-source',
  label: 'reads records from',
  item: () => ({ batchSize: 100 }),
};

type Consumer = { readonly id: NodeId; readonly name: string; readonly props: { readonly eventSources: EventSources } };

function requestId({ id }: { readonly id: NodeId }, action: string, source: NodeId): string {
  return `${id}/${action}/${source}`;
}

/** The requests that bring the records; `undefined` for what has no event source. */
export function feedsOf(node: Pick<Consumer, 'id' | 'props'>): readonly string[] | undefined {
  const sources = node.props.eventSources.flatMap(({ source }) => source ?? []);
  return sources.length === 0 ? undefined : sources.map((source) => requestId(node, READ, source));
}

/** The same for a program that asks for the records itself: its own calls bring it its work. */
export function readsOf({ id, props }: NodeOf<{ readonly calls: Calls }>): readonly string[] | undefined {
  const reads = props.calls.flatMap(({ action, target }) =>
    target !== undefined && action.trim() === READ ? [requestId({ id }, READ, target)] : [],
  );
  return reads.length === 0 ? undefined : reads;
}

/** The reads of one consumer. A stream that is named twice is read once. */
export function consumerRequests(node: Consumer, signer: Signer, context: FacetContext): readonly RequestSpec[] {
  const specs = new Map<string, RequestSpec>();
  node.props.eventSources.forEach(({ source }, index) => {
    if (!source) return;
    const name = nameOf(source, context);
    for (const action of CONSUMER_ACTIONS) {
      const id = requestId(node, action, source);
      if (specs.has(id)) continue;
      specs.set(id, {
        id,
        from: node.id,
        field: `eventSources[${index}].source`,
        signer,
        origin: { type: 'platform' },
        action,
        to: source,
        purpose: 'setup',
        title: action.endsWith('GetRecords')
          ? `${node.name} reads records from ${name}`
          : `${node.name} asks for ${action.slice('kinesis:'.length)} of ${name}`,
      });
    }
  });
  return [...specs.values()];
}
