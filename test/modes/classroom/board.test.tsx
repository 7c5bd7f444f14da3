import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { checks } from '../../../src/checks/index';
import { freshRoom } from '../../../src/game/classroom';
import { judgeHandIn, type NamedHandIn } from '../../../src/game/hand-in';
import type { Room } from '../../../src/model/classroom';
import { Scenario } from '../../../src/model/scenario';
import type { BoardDesk, BoardState } from '../../../src/modes/classroom/board-desk';
import { ClassBoard } from '../../../src/modes/classroom/ClassBoard';
import type { ConsoleDesk } from '../../../src/modes/classroom/desk';
import { renderWith } from '../../panels/session';

// jsdom lays nothing out and scrolls nowhere.
Element.prototype.scrollIntoView = () => undefined;

const json: unknown = JSON.parse(readFileSync('docs/examples/own-key/scenario.json', 'utf8'));
const scenario = Scenario.parse(json);
const file = (name: string) => readFileSync(`docs/examples/hand-ins/${name}.json`, 'utf8');
const named = (id: string, name: string, text: string): NamedHandIn => ({
  id,
  name,
  ...judgeHandIn(text, scenario, { catalog, checks }),
});
const HOSTILE = '<img src=x onerror="document.title=1">';
const handIns = [
  named('h1', 'Ana', file('ana')),
  named('h2', HOSTILE, file('ben')),
  named('h3', 'Dan', file('ben')),
  named('h4', 'Cleo', file('cleo')),
];

function show(room: Partial<Room> = {}, more: Partial<BoardState> = {}) {
  const state: BoardState = { handIns, waiting: 0, said: '', ...more };
  const board = {
    subscribe: () => () => undefined,
    state: () => state,
    choose: vi.fn(),
    take: vi.fn(),
    takeLinks: vi.fn(),
    remove: vi.fn(),
    clear: vi.fn(),
    download: vi.fn(),
  } satisfies BoardDesk;
  const present = vi.fn<ConsoleDesk['present']>();
  const change = vi.fn<ConsoleDesk['change']>();
  const now: Room = { ...freshRoom(scenario.id), ...room };
  const desk: ConsoleDesk = {
    subscribe: () => () => undefined,
    state: () => ({ room: now, stages: 0, kept: true }),
    change,
    present,
    press: () => undefined,
    point: () => undefined,
    openStage: () => undefined,
    takeBack: () => undefined,
  };
  renderWith(<ClassBoard board={board} desk={desk} room={now} onPresented={() => undefined} />, [], {
    checks,
    scenario: { requirements: scenario.requirements },
  });
  return { board, present, change, after: () => change.mock.lastCall?.[0](now) };
}
const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);

describe('the class board', () => {
  it('holds every goal against every hand-in, and never reads a name as markup', () => {
    show();
    expect(heads()).toEqual(['Goal', 'Ana', HOSTILE, 'Dan', 'Have it']);
    expect(document.querySelector('img')).toBeNull();
    const [, first] = screen.getAllByRole('row');
    if (!first) throw new Error('There is no goal.');
    expect(within(first).getAllByLabelText('Met')).toHaveLength(1);
    expect(within(first).getAllByLabelText('Not met')).toHaveLength(2);
    expect(within(first).getByText('1 of 3')).toBeVisible();
  });

  it('takes files that are dropped on it', () => {
    const { board } = show({}, { handIns: [] });
    const files = [new File(['{}'], 'a.json'), new File(['{}'], 'b.json')];
    fireEvent.drop(screen.getByRole('region', { name: 'Class board' }), { dataTransfer: { files } });
    expect(board.take).toHaveBeenCalledWith(files);
  });

  it('puts the same mistakes together', () => {
    show();
    const mistakes = screen.getByRole('region', { name: 'Mistakes' });
    expect(within(mistakes).getByText('2 designs')).toBeVisible();
    expect(within(mistakes).getByRole('button', { name: 'Dan' })).toBeVisible();
  });

  it('calls nobody by name when asked, not on the stage either', async () => {
    const { present, board } = show({ anonymous: true });
    expect(heads()).toEqual(['Goal', 'Design A', 'Design B', 'Design C', 'Have it']);
    await userEvent.click(screen.getByRole('columnheader', { name: 'Design B' }).querySelector('button')!);
    await userEvent.click(screen.getByRole('button', { name: 'Put it on the stage' }));
    expect(present.mock.lastCall?.[0]).toBe('Design B');
    await userEvent.click(screen.getByRole('button', { name: 'Grades as CSV' }));
    const [name, text] = board.download.mock.lastCall ?? [];
    expect(name).toBe('panels-grades.csv');
    expect(text).toContain('Design A,pass');
    expect(text).not.toContain('Ana');
  });

  it('keeps three to be discussed, and the first makes room for a fourth', async () => {
    const { after } = show({ picked: ['a', 'b', 'c'] });
    await userEvent.click(screen.getByRole('columnheader', { name: 'Dan' }).querySelector('button')!);
    await userEvent.click(screen.getByRole('button', { name: 'Discuss it later' }));
    expect(after()?.picked).toEqual(['b', 'c', 'h3']);
  });

  it('says what is wrong with what cannot be read', async () => {
    const { board } = show();
    const broken = screen.getByRole('region', { name: 'Cannot be read' });
    expect(broken).toHaveTextContent('Cleo');
    expect(broken).toHaveTextContent('nodes.key.position line 3: This is missing. Write an object here.');
    await userEvent.click(within(broken).getByRole('button', { name: 'Take off the board: Cleo' }));
    expect(board.remove).toHaveBeenCalledWith('h4');
  });

  it('asks before it removes everything', async () => {
    const { board } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Remove all' }));
    expect(board.clear).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Remove all for good' }));
    expect(board.clear).toHaveBeenCalledOnce();
  });

  it('says what to do while it is empty', () => {
    show({}, { handIns: [] });
    expect(screen.getByText('Nothing was handed in yet')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Grades as CSV' })).toBeDisabled();
  });
});
