import { describe, expect, test } from 'vitest';
import type { Opened } from './browser';
import type { Player } from './player';
import { eachRound } from './round';

const PLACE = 'The price model stands in a private subnet';
const FETCH = 'It fetches the exchange rates';
const NEXT = 'A new subnet starts private';

/** A beginner plays the first level, makes the two best known mistakes, and is led out of them by what the game says. */
describe('the first VPC, played through the interface', () => {
  let tab: Opened;
  let player: Player;
  eachRound({ title: /Your first VPC/, says: 'The canvas is empty' }, (round) => ({ tab, player } = round));

  /** The step at which the packet stops, as “Show me” tells it. */
  const ends = async () => {
    const steps = await player.watch(FETCH);
    return steps.find(({ verdict }) => verdict === 'fail')?.onTheCanvas;
  };

  test('a way out through a NAT gateway, and no way in', async () => {
    await player.zoomTo(60);
    await player.drag('VPC', { x: 40, y: 40 }, 'shop-vpc');
    await player.drag('Subnet', { in: 'shop-vpc', x: 0.52, y: 0.2 }, 'private');
    await player.setField('IPv4 range', '10.0.1.0/24');
    await player.drag('EC2 instance', { in: 'private', x: 0.1, y: 0.4 }, 'price-model');
    await player.expectGoal(PLACE, 'Met');
    expect(await ends()).toMatch(/has no route/);

    await player.drag('Internet gateway', { in: 'shop-vpc', x: 0.04, y: 0.16 }, 'gateway');
    await player.connect(player.node('vpc-main-route-table'), player.node('gateway'), 'top');
    await player.hears('vpc-main-route-table now routes to gateway');
    await player.expectGoal(PLACE, 'Not met');
    await player.expectGoal(NEXT, 'Not met');
    expect(await ends()).toMatch(/price-model has no public/);
    await player.select('vpc-main-route-table');
    await player.inspector.getByRole('button', { name: 'Remove route 1' }).click();
    await player.expectGoal(NEXT, 'Met');

    await player.drag('NAT gateway', { in: 'private', x: 0.1, y: 0.7 }, 'nat');
    await player.connect(player.node('vpc-main-route-table'), player.node('nat'), 'top');
    await player.hears('vpc-main-route-table now routes to nat');
    await player.picture('first-vpc-dead-end');
    expect(await ends()).toMatch(/private subnet/);

    await player.drag('Subnet', { in: 'shop-vpc', x: 0.04, y: 0.34 }, 'public');
    await player.setField('IPv4 range', '10.0.0.0/24');
    await player.drag('Route table', { in: 'shop-vpc', x: 0.4, y: 0.16 }, 'public-table');
    await player.connect(player.node('public-table'), player.node('gateway'), 'left');
    await player.hears('public-table now routes to gateway');
    await player.select('public');
    await player.setField('Route table', 'public-table');
    await player.move('nat', { in: 'public', x: 0.5, y: 0.6 });

    const solved = await player.win('first-vpc-solved');
    await solved.getByRole('button', { name: 'Back to the canvas' }).click();
    await solved.waitFor({ state: 'detached' });
    expect(await player.score()).toBe(100);
    await player.picture('first-vpc-drawn');
    expect(tab.complaints).toEqual([]);
  });
});
