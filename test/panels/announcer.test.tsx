import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { AnyCheck } from '../../src/engine/check';
import { Announcer } from '../../src/panels/notices/Announcer';
import { node, renderWith } from './session';

const hasKey: AnyCheck = {
  id: 'has-key',
  title: 'There is a key',
  help: 'Asks.',
  params: z.strictObject({}) as unknown as AnyCheck['params'],
  words: {},
  examples: { meets: [], misses: [], silent: [] },
  run: (facts) =>
    facts
      .withTrait('kms-key')
      .map((one) => ({ answer: 'meets' as const, nodes: [one.id], reason: { code: 'has-key.yes', values: {} } })),
};
const requirements = [{ id: 'key', title: 'A key exists', check: 'has-key', points: 1, debrief: 'Because.' }];

describe('the announcer', () => {
  it('tells what was said and which goals changed, each once', () => {
    const scene = renderWith(<Announcer />, [], { checks: new Map([['has-key', hasKey]]), scenario: { requirements } });
    const heard = () => screen.getByRole('status').textContent;
    expect(heard()).toBe('');
    act(() => scene.state().actions.notify({ tone: 'refused', text: 'No.', remedy: 'Try there.' }));
    expect(heard()).toBe('No. Try there.');
    act(() => scene.state().actions.load({ nodes: { key: node('key', 'kms-key') } }, 'Loaded.'));
    expect(heard()).toMatch(/Goal met: A key exists\.$/);
    expect(heard()).not.toContain('Try there.');
    act(() => scene.state().actions.undo());
    expect(heard()).toBe('No longer met: A key exists.');
  });
});
