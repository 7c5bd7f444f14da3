import { afterEach, beforeEach, expect } from 'vitest';
import { playground, type Opened } from './browser';
import { Player } from './player';

interface Round {
  readonly tab: Opened;
  readonly player: Player;
}
interface Wanted {
  /** of the scenario. */
  readonly title: RegExp;
  /** words of its brief. */
  readonly says: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Each test of the block begins in a new browser, on the canvas of this scenario; a failed one leaves a picture. */
export function eachRound(
  { title, says, viewport = { width: 1280, height: 720 } }: Wanted,
  take: (round: Round) => void,
): void {
  const game = playground();
  let tab: Opened;
  beforeEach(async () => {
    tab = await game.open({ viewport, reducedMotion: 'reduce' });
    tab.page.setDefaultTimeout(5000);
    const player = new Player(tab.page);
    take({ tab, player });
    expect(await player.begin(game.url, title)).toContain(says);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await tab.page.screenshot({ path: `test-results/e2e/${task.name.replace(/\W+/g, '-')}.png` });
    await tab.close();
  });
}
