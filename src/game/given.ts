import type { KindCatalog } from '../catalog/kind';
import type { Diagram, DiagramNode, NodeId } from '../model/diagram';
import type { Json } from '../model/json';
import type { Scenario } from '../model/scenario';
import { ownerOf } from './references';
import { nodeOf, nodesOf } from './tree';
import { capitalise, withArticle } from './words';

/** Something in a diagram that no player of this scenario could have drawn. */
export interface Breach {
  readonly code: 'unknown-kind' | 'kind-not-allowed' | 'locked-missing' | 'locked-changed';
  readonly node: NodeId;
  readonly reason: string;
  readonly remedy: string;
}

/** Does the player find this element on the canvas when the scenario begins? */
export function isGiven(start: Diagram, node: DiagramNode): boolean {
  return nodeOf(start, node.id)?.kind === node.kind;
}

/** What is drawn with other means than the scenario gives: foreign kinds, locked elements that changed. */
export function breaches(diagram: Diagram, scenario: Scenario, catalog: KindCatalog): Breach[] {
  const { start, allowedKinds } = scenario;
  const foreign = nodesOf(diagram).flatMap((node): Breach[] => {
    if (isGiven(start, node)) return [];
    const kind = catalog.get(node.kind);
    if (!kind) {
      return [
        {
          code: 'unknown-kind',
          node: node.id,
          reason: `There is no kind of resource called “${node.kind}”.`,
          remedy: 'Use what the palette offers.',
        },
      ];
    }
    // What AWS makes along with something else may come, as on the canvas.
    if (allowedKinds.includes(kind.id) || ownerOf(diagram, catalog, node.id)) return [];
    return [
      {
        code: 'kind-not-allowed',
        node: node.id,
        reason: `“${node.name}” is ${withArticle(kind.title)}, which this scenario does without.`,
        remedy: 'Use what the palette offers.',
      },
    ];
  });
  const locked = nodesOf(start).flatMap((given): Breach[] => {
    if (!given.locked) return [];
    const node = nodeOf(diagram, given.id);
    if (!node) {
      return [
        {
          code: 'locked-missing',
          node: given.id,
          reason: `“${given.name}” is locked in the start and is missing here.`,
          remedy: 'Begin with the start of the scenario.',
        },
      ];
    }
    const changed = (['kind', 'parent', 'name'] as const).filter((key) => node[key] !== given[key]);
    const fields = fieldsOf(node, given).filter((field) => !sameJson(node.props[field], given.props[field]));
    if (changed.length === 0 && fields.length === 0) return [];
    return [
      {
        code: 'locked-changed',
        node: given.id,
        reason: `${capitalise([...changed, ...fields].join(', '))} of “${given.name}”, which is locked in the start, is not as given.`,
        remedy: 'Give it back the values of the start.',
      },
    ];
  });
  return [...foreign, ...locked];
}

/** Every property that one of two nodes has. */
export function fieldsOf(one: DiagramNode, other: DiagramNode): string[] {
  return [...new Set([...Object.keys(one.props), ...Object.keys(other.props)])];
}

/** Equal as JSON: the order of keys does not matter, that of lists does. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
