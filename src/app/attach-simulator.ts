import type { SessionStore } from '../store/session';

/** The simulator follows the canvas. Without it the player can draw and save, and is told what is missing. */
export async function attachSimulator(session: SessionStore): Promise<void> {
  const { actions, scenario } = session.getState();
  try {
    const { simulatorOf } = await import('./simulate');
    actions.attach(simulatorOf(scenario));
  } catch {
    actions.notify({
      tone: 'refused',
      text: 'The simulator did not load, so nothing is judged.',
      remedy: 'Your work is saved. Check the connection and reload the page.',
    });
  }
}
