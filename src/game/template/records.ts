import type { AnyTemplate, NodeReader, Templates } from '../../catalog/cloudformation';
import type { Kind, KindCatalog } from '../../catalog/kind';
import type { Json } from '../../model/json';
import { Element, METADATA } from './kept';
import type { Ignored } from './outcome';
import type { Resolver } from './resolve';
import { ResourceTrack, TrackedReading, type World } from './reading';
import { whyNotDrawn } from '../../catalog/not-drawn';
import { isJsonFields } from './values';

/** A resource that becomes a node. */
export interface NodeRecord {
  readonly track: ResourceTrack;
  readonly kind: Kind;
  readonly template: AnyTemplate;
  readonly reader: NodeReader<Readonly<Record<string, unknown>>>;
  readonly element: Element | undefined;
}

export interface Records {
  readonly nodes: readonly NodeRecord[];
  /** every resource that exists under the conditions, nodes included. */
  readonly tracks: ReadonlyMap<string, ResourceTrack>;
}

const MOST_RESOURCES = 2000;

/** The resources of a template with their properties resolved, and what kind each will be. */
export function recordsOf(
  resources: { readonly [key: string]: Json },
  resolver: Resolver,
  known: { readonly catalog: KindCatalog; readonly templates: Templates },
  ignore: (ignored: Ignored) => void,
): Records {
  const nodes: NodeRecord[] = [];
  const tracks = new Map<string, ResourceTrack>();
  Object.entries(resources).forEach(([logicalId, source], index) => {
    if (index >= MOST_RESOURCES) {
      if (index === MOST_RESOURCES)
        ignore({ resource: logicalId, reason: `Only ${MOST_RESOURCES} resources are read.` });
      return;
    }
    const type = isJsonFields(source) ? source['Type'] : undefined;
    if (!isJsonFields(source) || typeof type !== 'string') {
      ignore({ resource: logicalId, reason: 'A resource needs a “Type”.' });
      return;
    }
    const { Condition, Properties, Metadata } = source;
    if (typeof Condition === 'string' && !resolver.condition(Condition)) {
      ignore({
        resource: logicalId,
        type,
        reason: `Its condition ${Condition} is not met with these values of the parameters.`,
      });
      return;
    }
    const track = new ResourceTrack(logicalId, type, resolver.resolve(Properties ?? {}) ?? {});
    tracks.set(logicalId, track);
    const own = isJsonFields(Metadata) ? Element.safeParse(Metadata[METADATA]) : undefined;
    const found = readersOf(type, known);
    const reading = new TrackedReading(track, NOTHING);
    const fitting =
      found.find(({ kind }) => own?.success === true && own.data.kind === kind.id) ??
      found.find(({ reader }) => reader.when?.(reading) ?? true);
    if (fitting) nodes.push({ track, ...fitting, element: own?.success ? own.data : undefined });
    if (fitting || found.length === 0 || isPart(type, known.templates)) return;
    ignore({ resource: logicalId, type, reason: whyNotDrawn(type) });
    tracks.delete(logicalId);
  });
  return { nodes, tracks };
}

/** A type can be a node of its own in one place and a part of another in the next. */
function isPart(type: string, templates: Templates): boolean {
  return [...templates.values()].some(({ parts }) => parts !== undefined && Object.hasOwn(parts, type));
}

function readersOf(type: string, { catalog, templates }: { catalog: KindCatalog; templates: Templates }) {
  return [...templates].flatMap(([id, template]) => {
    const kind = catalog.get(id);
    const reader = Object.hasOwn(template.nodes, type) ? template.nodes[type] : undefined;
    return kind && reader ? [{ kind, template, reader }] : [];
  });
}

const NOTHING: World = {
  nodeAt: () => undefined,
  nodeNamed: () => undefined,
  textOf: (pointer) => pointer.logicalId,
  lookedUp: () => undefined,
  outside: () => undefined,
  partAt: () => undefined,
};
