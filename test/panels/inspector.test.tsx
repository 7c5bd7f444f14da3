import { EditorView } from '@codemirror/view';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { AnyCheck } from '../../src/engine/check';
import { Inspector } from '../../src/panels/inspector/Inspector';
import { node, renderWith } from './session';

const nodes = [
  node('vpc', 'vpc'),
  node('role', 'iam-role'),
  node('group', 'security-group', { parent: 'vpc' }),
  node('other', 'security-group', { parent: 'vpc' }),
  node('given', 'kms-key', { locked: true }),
];
/** The editor, once its code has arrived in place of the plain text. */
const policyEditor = (name: RegExp) => screen.findByRole('textbox', { name }, { timeout: 5000 });

/** jsdom lays nothing out, so the text goes in where the editor keeps it. */
function write(editor: HTMLElement, text: string): void {
  const view = EditorView.findFromDOM(editor);
  if (!view) throw new Error('This is no code editor.');
  act(() => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }));
}

function inspect(id: string) {
  const scene = renderWith(<Inspector />, nodes);
  act(() => scene.state().actions.select([id]));
  return scene;
}

describe('the inspector', () => {
  it('says what to do while nothing is selected', () => {
    renderWith(<Inspector />, nodes);
    expect(screen.getByText('Nothing selected')).toBeVisible();
  });
  it('shows a field only while it matters', async () => {
    const scene = renderWith(<Inspector />, [node('late', 'cloudwatch-alarm')]);
    act(() => scene.state().actions.select(['late']));
    expect(screen.queryByLabelText('Too few samples')).toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Statistic'), 'p99');
    expect(screen.getByLabelText('Too few samples')).toBeVisible();
  });
  it('joins the keystrokes of one editing into one undo step', async () => {
    const scene = inspect('vpc');
    await userEvent.type(screen.getByLabelText(/CIDR|IPv4/i), '10.9.0.0/16');
    expect(scene.state().diagram.nodes['vpc']?.props['cidr']).toBe('10.9.0.0/16');
    act(() => scene.state().actions.undo());
    expect(scene.state().diagram.nodes['vpc']?.props['cidr']).toBeUndefined();
    expect(scene.state().canUndo).toBe(false);
  });
  it('takes the value out when a field is emptied, so that the default holds again', async () => {
    const scene = inspect('vpc');
    const input = screen.getByLabelText(/CIDR|IPv4/i);
    await userEvent.type(input, '10.9.0.0/16');
    await userEvent.clear(input);
    expect(scene.state().diagram.nodes['vpc']?.props).not.toHaveProperty('cidr');
  });
  it('keeps quiet while somebody types, but not about a victory', async () => {
    const wanted: AnyCheck = {
      id: 'wanted',
      title: 'The range is the wanted one',
      help: 'Asks.',
      params: z.strictObject({}) as unknown as AnyCheck['params'],
      words: {},
      examples: { meets: [], misses: [], silent: [] },
      run: (facts) =>
        facts.withTrait('vpc').map((vpc) => ({
          answer: vpc.props['cidr'] === '10.9.0.0/16' ? ('meets' as const) : ('misses' as const),
          nodes: [vpc.id],
          reason: { code: 'wanted.x', values: {} },
        })),
    };
    const scene = renderWith(<Inspector />, nodes, {
      checks: new Map([['wanted', wanted]]),
      scenario: { requirements: [{ id: 'r', title: 'R', check: 'wanted', points: 1, debrief: 'D' }] },
    });
    act(() => scene.state().actions.select(['vpc']));
    const input = screen.getByLabelText(/CIDR|IPv4/i);
    await userEvent.type(input, '10.9.0.0/1');
    expect(scene.state().notice).toBeUndefined();
    await userEvent.type(input, '6');
    expect(scene.state().notice).toMatchObject({ tone: 'won' });
  });
  it('shows what is wrong beside the field', async () => {
    inspect('vpc');
    const input = screen.getByLabelText(/CIDR|IPv4/i);
    await userEvent.type(input, 'nonsense');
    expect(input).toHaveAttribute('aria-invalid', 'true');
    expect(input).toHaveAccessibleDescription(/10\.0\.0\.0/);
  });
  it('adds, fills and removes rows', async () => {
    const scene = inspect('group');
    await userEvent.click(screen.getByRole('button', { name: /^Add inbound rule/i }));
    const list = () => scene.state().diagram.nodes['group']?.props['ingress'] as readonly unknown[];
    expect(list()).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: /^Remove inbound rule/i }));
    expect(list() ?? []).toHaveLength(0);
  });
  it('marks the line of a defect in a policy and says how to repair it', async () => {
    const scene = inspect('role');
    const editor = await policyEditor(/^Trust policy/);
    write(editor, '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Alow" }]\n}');
    expect(editor).toHaveAttribute('aria-invalid', 'true');
    expect(screen.getAllByText(/Error, line 3/).length).toBeGreaterThan(0);
    act(() => scene.state().actions.undo());
    expect(editor).not.toHaveTextContent('Alow');
  });
  it('doubts an action that AWS does not have', async () => {
    inspect('role');
    await userEvent.click(screen.getByRole('button', { name: 'Add permissions policy' }));
    const statement = { Effect: 'Allow', Action: 'sagemaker:InvokeEndpiont', Resource: '*' };
    write(await policyEditor(/^Policy document/), JSON.stringify({ Version: '2012-10-17', Statement: [statement] }));
    expect(await screen.findByText(/has no action “InvokeEndpiont”/)).toBeVisible();
    expect(screen.getByText(/Write “sagemaker:InvokeEndpoint”/)).toBeVisible();
  });
  it('changes nothing that the scenario gives', () => {
    inspect('given');
    expect(screen.getByLabelText('Name')).toBeDisabled();
    expect(screen.queryByRole('button', { name: /^Delete/ })).toBeNull();
  });
  it('renames and deletes', async () => {
    const scene = inspect('role');
    const name = screen.getByLabelText('Name');
    await userEvent.clear(name);
    await userEvent.type(name, 'caller{Enter}');
    expect(scene.state().diagram.nodes['role']?.name).toBe('caller');
    await userEvent.click(screen.getByRole('button', { name: 'Delete caller' }));
    expect(scene.state().diagram.nodes['role']).toBeUndefined();
  });
});
