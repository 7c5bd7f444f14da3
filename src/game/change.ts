import { enablePatches, produceWithPatches } from 'immer';
import type { Diagram, DiagramNode, NodeId } from '../model/diagram';
import type { Json } from '../model/json';
import type { Evidence } from '../model/trace';
import type { Outcome, Said } from './command';

enablePatches();

/** A node inside a recipe. Properties are written one whole top-level value at a time. */
export interface MutableNode extends Omit<DiagramNode, 'props'> {
  props: { [key: string]: Json };
}
export interface MutableDiagram {
  nodes: { [id: NodeId]: MutableNode };
}

/** Runs a recipe over the diagram and keeps the patches both ways. */
export function change(
  diagram: Diagram,
  said: Said,
  recipe: (draft: MutableDiagram) => void,
  created?: readonly NodeId[],
): Outcome {
  const [next, patches, inverse] = produceWithPatches(diagram as MutableDiagram, (draft) => {
    recipe(draft as MutableDiagram);
  });
  return { ok: true, diagram: next as Diagram, patches, inverse, said, ...(created ? { created } : {}) };
}

/** Nothing to do, and nothing worth saying. */
export function unchanged(diagram: Diagram): Outcome {
  return { ok: true, diagram, patches: [], inverse: [], said: { text: '' } };
}

export function refuse(why: string, remedy?: string, nodes: readonly NodeId[] = []): Outcome {
  const evidence: Evidence | undefined = nodes.length > 0 ? { nodes } : undefined;
  return { ok: false, why, ...(remedy ? { remedy } : {}), ...(evidence ? { evidence } : {}) };
}

export function refuseMissing(id: unknown): Outcome {
  return refuse(
    `There is no element “${String(id).slice(0, 80)}” in this diagram.`,
    'It may have been removed; select another.',
  );
}

export function refuseLocked(node: DiagramNode): Outcome {
  return refuse(`${node.name} is given by the scenario and stays as it is.`, 'Change the design around it.', [node.id]);
}
