import type { Edge, Node } from '@xyflow/react';
import type { Category, Kind, KindCatalog } from '../catalog/kind';
import { edgesOf } from '../game/references';
import { isInside, nodeOf } from '../game/tree';
import type { Diagram, DiagramNode, NodeId } from '../model/diagram';
import { parentsFirst, sizeOf } from './geometry';

export interface NodeData extends Record<string, unknown> {
  readonly node: DiagramNode;
  readonly kind: Kind | undefined;
  readonly subtitle: string;
}
export type FlowNode = Node<NodeData, 'container' | 'resource'>;

export interface EdgeData extends Record<string, unknown> {
  readonly label: string;
  readonly field: string;
  /**
   * the category that the edge speaks of: its target's; `structure` for what merely places things; `inside` from a
   * container to what stands in it, which the drawing says already.
   */
  readonly relation: Category | 'structure' | 'inside';
  /** an end is selected: the label shows. */
  readonly near: boolean;
}
export type FlowEdge = Edge<EdgeData, 'reference'>;

/** Edges lie above containers and below resources. */
const LAYER = { edge: 30, resource: 40 } as const;

/** What stands below the name: an address range, a Zone or the number of an account where the kind has them, else the kind's own title. */
export function subtitleOf(node: DiagramNode, kind: Kind | undefined): string {
  if (!kind) return `Unknown kind: ${node.kind}`;
  if (!kind.container) return kind.title;
  const props = kind.complete(node.props).props;
  const cidr = props['cidr'];
  const zone = props['availabilityZone'];
  const account = props['accountId'];
  return [
    kind.title,
    typeof cidr === 'string' ? cidr : '',
    typeof zone === 'string' ? `Zone ${zone}` : '',
    typeof account === 'string' ? account : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function labelOf(diagram: Diagram, node: DiagramNode, kind: Kind | undefined): string {
  const parent = nodeOf(diagram, node.parent);
  return [
    `${node.name}, ${subtitleOf(node, kind)}`,
    parent ? `in ${parent.name}` : '',
    node.locked ? 'locked by the scenario' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/**
 * The diagram as nodes of the canvas. A node that did not change keeps its object, so that only what changed is
 * drawn again.
 */
export function toNodes(
  diagram: Diagram,
  catalog: KindCatalog,
  selection: readonly NodeId[],
  previous: ReadonlyMap<NodeId, FlowNode> = new Map(),
): FlowNode[] {
  const selected = new Set(selection);
  return parentsFirst(diagram).map(({ node, parent, depth }) => {
    const kind = catalog.get(node.kind);
    const before = previous.get(node.id);
    const data =
      before && before.data.node === node && before.data.kind === kind
        ? before.data
        : { node, kind, subtitle: subtitleOf(node, kind) };
    const size = sizeOf(node, kind);
    const ariaLabel = labelOf(diagram, node, kind);
    const isSelected = selected.has(node.id);
    if (
      before &&
      before.data === data &&
      before.parentId === parent &&
      before.selected === isSelected &&
      before.ariaLabel === ariaLabel &&
      before.position.x === node.position.x &&
      before.position.y === node.position.y &&
      before.width === size.width &&
      before.height === size.height &&
      !before.dragging
    ) {
      return before;
    }
    const container = kind?.container !== undefined;
    return {
      ...(before?.measured ? { measured: size } : {}),
      id: node.id,
      type: container ? 'container' : 'resource',
      position: { ...node.position },
      ...size,
      ...(parent === undefined ? {} : { parentId: parent }),
      data,
      selected: isSelected,
      draggable: !node.locked,
      deletable: false,
      ariaLabel,
      ariaRole: 'button',
      domAttributes: { 'aria-pressed': isSelected, 'aria-roledescription': undefined },
      zIndex: container ? depth : LAYER.resource,
      // The body of a container lets the pointer through to the canvas until it is selected.
      ...(container && !isSelected ? { style: { pointerEvents: 'none' as const } } : {}),
    };
  });
}

/** References as edges of the canvas. */
export function toEdges(
  diagram: Diagram,
  catalog: KindCatalog,
  selection: readonly NodeId[],
  selectedEdge: string | undefined,
  previous: ReadonlyMap<string, FlowEdge> = new Map(),
): FlowEdge[] {
  const selected = new Set(selection);
  return edgesOf(diagram, catalog).map((edge) => {
    const source = nodeOf(diagram, edge.from);
    const target = nodeOf(diagram, edge.to);
    const relation = isInside(diagram, edge.to, edge.from)
      ? 'inside'
      : relationOf(catalog.get(source?.kind ?? ''), catalog.get(target?.kind ?? ''));
    const near = selected.has(edge.from) || selected.has(edge.to);
    const ariaLabel = `${source?.name ?? edge.from} ${edge.label} ${target?.name ?? edge.to}`;
    const isSelected = edge.id === selectedEdge;
    const before = previous.get(edge.id);
    if (
      before &&
      before.target === edge.to &&
      before.selected === isSelected &&
      before.ariaLabel === ariaLabel &&
      before.data?.near === near &&
      before.data.relation === relation
    ) {
      return before;
    }
    return {
      id: edge.id,
      type: 'reference',
      source: edge.from,
      target: edge.to,
      data: { label: edge.label, field: edge.field, relation, near },
      selected: isSelected,
      deletable: false,
      // A stop for the keyboard only beside the selection: a large drawing has hundreds of edges.
      focusable: near || isSelected,
      ariaLabel,
      ariaRole: near || isSelected ? 'button' : 'img',
      domAttributes: { 'aria-roledescription': undefined, 'aria-describedby': undefined },
      zIndex: LAYER.edge,
    };
  });
}

/** Network to network is how things are laid out, not what they do to each other: drawn quietly. */
function relationOf(source: Kind | undefined, target: Kind | undefined): EdgeData['relation'] {
  if (!source || !target) return 'structure';
  if (target.category === 'network' || source.container) return 'structure';
  return target.category;
}
