import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { catalog } from '../../src/catalog/index';
import type { Checks } from '../../src/engine/check';
import type { DiagramNode } from '../../src/model/diagram';
import { Scenario } from '../../src/model/scenario';
import { createSession } from '../../src/store/session';
import { simulator } from '../../src/store/simulator';
import { SessionProvider } from '../../src/store/use-session';

afterEach(cleanup);

/** A component in a session over the real catalogue. */
export function renderWith(
  ui: ReactNode,
  nodes: readonly DiagramNode[],
  more: { checks?: Checks; scenario?: object } = {},
) {
  const scenario = Scenario.parse({
    format: 'perimeter-scenario',
    version: 1,
    id: 'panels',
    title: 'Panels',
    summary: 'For tests.',
    story: 'A story.',
    task: 'build',
    difficulty: 'foundation',
    minutes: 5,
    domain: 'Security',
    start: { nodes: Object.fromEntries(nodes.map((node) => [node.id, node])) },
    allowedKinds: [...catalog.keys()],
    requirements: [{ id: 'one', title: 'One', check: 'none', points: 1, debrief: 'Because.' }],
    debrief: 'Well.',
    ...more.scenario,
  });
  const session = createSession({
    scenario,
    catalog,
    simulator: simulator({ scenario, catalog, checks: more.checks ?? new Map() }),
  });
  const view = render(<SessionProvider session={session}>{ui}</SessionProvider>);
  return { session, state: () => session.getState(), ...view };
}

export function node(id: string, kind: string, more: Partial<DiagramNode> = {}): DiagramNode {
  return { id, kind, name: id, position: { x: 0, y: 0 }, props: {}, ...more };
}
