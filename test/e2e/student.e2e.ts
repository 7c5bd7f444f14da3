import { expect, test } from 'vitest';
import { playground } from './browser';
import { tablesOf } from './guide';
import { Player, type Spot } from './player';

const game = playground();

/** Where a beginner drops things, so that they do not cover each other. */
const SPOTS: Readonly<Record<string, Spot>> = {
  VPC: { x: 40, y: 40 },
  Subnet: { in: 'vpc', x: 0.5, y: 0.2 },
  'EC2 instance': { in: 'subnet', x: 0.1, y: 0.4 },
  'Internet gateway': { in: 'vpc', x: 0.04, y: 0.16 },
  'NAT gateway': { in: 'vpc', x: 0.04, y: 0.4 },
};

test('the first five minutes of the guide go as the guide says', async () => {
  const { page, complaints, close } = await game.open({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  const player = new Player(page);
  await player.begin(game.url, /Your first VPC/);
  await player.zoomTo(60);
  const [steps = []] = tablesOf('student.md', 'Your first five minutes');
  expect(steps.length).toBeGreaterThan(6);
  for (const [act = '', what = '', other = ''] of steps) {
    if (act === 'set') await player.setField(what, other);
    else if (act === 'connect') await player.connect(player.node(what), player.node(other), 'top');
    else {
      const spot = SPOTS[what];
      expect(spot?.in ?? 'the canvas', what).toBe(other);
      await player.drag(what, spot ?? { x: 0, y: 0 });
    }
  }
  const solved = page.getByRole('dialog', { name: 'Everything is proved' });
  await solved.waitFor();
  expect(await solved.innerText()).toContain('100 of 100 points.');
  expect(complaints).toEqual([]);
  await close();
}, 120_000);
