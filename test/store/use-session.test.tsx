import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { rename } from '../../src/game/commands/fields';
import { clipText, readClip } from '../../src/store/clipboard';
import { SessionProvider, useActions, useSession } from '../../src/store/use-session';
import { fakes } from '../game/fake-kinds';
import { sceneOf } from './scene';

it('draws again only when what it picked has changed', () => {
  const { session, actions } = sceneOf();
  let draws = 0;
  function Names() {
    draws += 1;
    const names = useSession(({ diagram }) => Object.values(diagram.nodes).map((node) => node.name));
    const own = useActions();
    return <p>{own === actions ? names.join(' ') : 'other actions'}</p>;
  }
  render(
    <SessionProvider session={session}>
      <Names />
    </SessionProvider>,
  );
  expect(screen.getByText('data cmk')).toBeInTheDocument();
  const before = draws;
  act(() => actions.showDock('cost'));
  expect(draws).toBe(before);
  act(() => void actions.run((d, c) => rename(d, c, { node: 'key-1', name: 'other' })));
  expect(screen.getByText('data other')).toBeInTheDocument();
});

it('carries copies as text, and takes nothing else for one', () => {
  const { diagram } = sceneOf().state();
  const text = clipText(diagram, fakes, ['thing-1']);
  expect(readClip(text)?.nodes).toEqual({ 'thing-1': diagram.nodes['thing-1'] });
  expect(readClip('perimeter-clip')).toBeUndefined();
  expect(readClip('{"format":"perimeter-clip","diagram":{"nodes":{"a":1}}}')).toBeUndefined();
  expect(readClip(text.replace('"props":{', '"props":{"key":{"__proto__":1},'))).toBeUndefined();
});
