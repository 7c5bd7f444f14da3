import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { addNode } from '../../src/game/commands/add';
import { connect, disconnect } from '../../src/game/commands/connect';
import { remove } from '../../src/game/commands/remove';
import { legalContainers } from '../../src/game/legal';
import { ACCOUNT } from '../../src/game/placement';
import { fieldAt } from '../../src/game/props';
import { edgesOf } from '../../src/game/references';
import { EMPTY_DIAGRAM, type Diagram, type NodeId } from '../../src/model/diagram';
import { done } from './fake-kinds';

/** Adds a kind, with the containers it needs around it. */
function add(diagram: Diagram, kind: string): { diagram: Diagram; id: NodeId } {
  const position = { x: 0, y: 0 };
  let at = diagram;
  let place = legalContainers(at, catalog, kind)[0];
  if (place === undefined) {
    at = add(at, catalog.get(kind)?.livesIn[0] ?? '').diagram;
    place = legalContainers(at, catalog, kind)[0];
  }
  const outcome = done(
    addNode(at, catalog, { kind, position, ...(place && place !== ACCOUNT ? { parent: place } : {}) }),
  );
  return { diagram: outcome.diagram, id: outcome.created?.[0] ?? '' };
}

const kinds = [...catalog.values()];
const links = kinds.flatMap((kind) => kind.links.map((link) => ({ name: `${kind.id}: ${link.field}`, kind, link })));

it('there are kinds and links to try', () => {
  expect(kinds.length).toBeGreaterThan(20);
  expect(links.length).toBeGreaterThan(30);
});

describe.each(kinds.map((kind) => [kind.id, kind] as const))('%s', (id, kind) => {
  it('can be added where it may stand, with properties that its kind accepts, and goes away without a trace', () => {
    const container = kind.livesIn.includes(ACCOUNT)
      ? EMPTY_DIAGRAM
      : add(EMPTY_DIAGRAM, kind.livesIn[0] ?? '').diagram;
    const added = add(container, id);
    for (const node of Object.values(added.diagram.nodes)) {
      const issues = catalog.get(node.kind)?.complete(node.props).issues;
      expect({ node: node.id, issues }).toEqual({ node: node.id, issues: [] });
    }
    const gone = done(remove(added.diagram, catalog, { ids: [added.id] })).diagram;
    expect(Object.keys(gone.nodes).filter((one) => one === added.id)).toEqual([]);
  });
});

describe.each(links)('the edge $name', ({ kind, link }) => {
  it('can be drawn to some kind, says in words what it still needs, and can be deleted', () => {
    const target = kinds.find((other) => other.traits.includes(link.to));
    expect(target).toBeDefined();
    const from = add(EMPTY_DIAGRAM, kind.id);
    const to = add(from.diagram, target?.id ?? '');
    const drawn = done(connect(to.diagram, catalog, { from: from.id, field: link.field, to: to.id }));
    const edge = edgesOf(drawn.diagram, catalog).find(
      (one) => one.from === from.id && one.to === to.id && one.label === link.label,
    );
    expect(edge).toBeDefined();
    for (const { field, message } of kind.complete(drawn.diagram.nodes[from.id]?.props).issues) {
      expect(fieldAt(kind.schema, field)).toMatchObject({ known: true });
      expect(message).toMatch(/\.$/);
    }
    if (kind.companions.some((companion) => companion.field === link.field)) return;
    const deleted = done(disconnect(drawn.diagram, catalog, { from: from.id, field: edge?.field ?? '' }));
    expect(edgesOf(deleted.diagram, catalog).map((one) => one.id)).not.toContain(edge?.id);
  });
});
