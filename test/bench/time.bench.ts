import { readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { factsOf } from '../../src/engine/facts-of';
import { EventQueue } from '../../src/engine/time/queue';
import { simulate } from '../../src/engine/time/simulate';
import { Account } from '../../src/model/account';
import { Traffic } from '../../src/model/incident';
import { Scenario, Solution } from '../../src/model/scenario';

/** Times of one run compare with each other, not with those of another machine or day. */
const folder = new URL('../../scenarios/card-fraud-realtime/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const scenario = Scenario.parse(read('scenario.json'));
const { diagram } = Solution.parse(read('solutions/endpoints-only.json'));
const facts = factsOf(diagram, Account.parse(scenario.account), catalog);
const week = (incidents: Parameters<typeof simulate>[1]['incidents']) =>
  // New facts each time: the run without incidents is kept for the same facts.
  simulate(facts.changed([]), { seed: 1, fromHour: 0, toHour: 168, traffic: Traffic.parse({}), incidents });

const EVENTS = 200_000;

/** A thousand timers, as busy as the bench asks for. Each puts itself back; a tenth of them far ahead. */
function timers(): number {
  const queue = new EventQueue(0);
  for (let timer = 0; timer < 1000; timer += 1) {
    let left = EVENTS / 1000;
    const tick = () => {
      left -= 1;
      if (left > 0) queue.at(queue.now + 1 + ((timer * 7919 + left) % 10 === 0 ? 500 : timer % 13), tick);
    };
    queue.at(timer % 97, tick);
  }
  queue.run(Infinity);
  return queue.processed;
}
if (timers() !== EVENTS) throw new Error(`expected ${EVENTS} events`);
const { processed } = week([]);
if (processed < 10_000) throw new Error(`expected a busy week, found ${processed} events`);

describe('simulated time', () => {
  bench(`sort ${EVENTS} numbers, for comparison`, () => {
    Float64Array.from({ length: EVENTS }, (_, index) => (index * 7919) % 104_729).sort();
  });
  bench(`queue: ${EVENTS} events of 1000 timers`, () => {
    timers();
  });
  bench('facts of the first scenario', () => {
    facts.changed([]);
  });
  bench(`a week of the first scenario, ${processed} events, with its facts`, () => {
    week([]);
  });
  bench('the same week with a drift, and its twin without', () => {
    week([{ kind: 'input-drift', on: 'sagemaker-endpoint', atHour: 30, shift: 1, accuracyDrop: 0 }]);
  });
});
