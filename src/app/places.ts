import type { Place } from '../panels/commands/place';
import { importedScenarios } from './library';
import type { TextStorage } from './ports/storage';
import { scenarios } from './scenario-index';
import { TASKS } from './ScenarioCard';

/** What the list of commands can open: every scenario, and the pages beside them. */
export async function placesOf(storage: TextStorage, navigate: (to: string) => void): Promise<readonly Place[]> {
  const all = [...scenarios, ...(await importedScenarios(storage))];
  const pages = [
    { id: '/', title: 'List of scenarios', detail: 'Progress, stars and what comes next' },
    { id: '/sandbox', title: 'Sandbox', detail: 'Your drawings without a scenario' },
    { id: '/review', title: 'Review', detail: 'Ideas that you missed' },
    { id: '/author', title: 'Author', detail: 'Make a scenario' },
  ];
  return [
    ...pages,
    ...all.map(({ id, title, task }) => ({ id: `/play/${id}`, title, detail: `Scenario, ${TASKS[task]}` })),
  ].map((one) => ({ ...one, onGo: () => navigate(one.id) }));
}
