import type { KindCatalog } from '../../catalog/kind';
import type { Diagram } from '../../model/diagram';
import { patternOf } from '../../model/path';
import { edgesOf } from '../references';
import { nodeOf, nodesOf } from '../tree';
import { setFields } from './ablation';

/**
 * The structure of a design: of each element its kind, what it stands in, which kinds it refers to by which field, and
 * which properties are set. Ids, names, places and values do not count, so two designs of the same shape teach the
 * same solution.
 */
export function shapeOf(diagram: Diagram, catalog: KindCatalog): string {
  const edges = edgesOf(diagram, catalog);
  return nodesOf(diagram)
    .map((node) => {
      const kind = catalog.get(node.kind);
      const links = edges
        .filter((edge) => edge.from === node.id)
        .map((edge) => `${patternOf(edge.field)} to ${nodeOf(diagram, edge.to)?.kind ?? ''}`);
      const fields = kind ? setFields(node, kind) : Object.keys(node.props);
      return [node.kind, nodeOf(diagram, node.parent)?.kind ?? '', links.sort(), fields.sort()];
    })
    .map((line) => JSON.stringify(line))
    .sort()
    .join('\n');
}
