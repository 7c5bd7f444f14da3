import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { AccessPanel } from '../../src/panels/access/AccessPanel';
import { node, renderWith } from './session';

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::models/*' }],
});
const nodes = [
  node('reader', 'iam-user', { props: { policies: [{ name: 'read', document: policy }] } }),
  node('stranger', 'iam-user'),
  node('models', 's3-bucket'),
  node('vpc', 'vpc'),
];
function show(id?: string) {
  const scene = renderWith(<AccessPanel />, nodes);
  if (id !== undefined) act(() => scene.state().actions.select([id]));
  return scene;
}
const cells = (row: RegExp) => {
  const [can, cannot] = within(screen.getByRole('row', { name: row })).getAllByRole('cell');
  return [can?.textContent ?? '', cannot?.textContent ?? ''] as const;
};

describe('who can do what', () => {
  it('asks to select something', () => {
    show();
    expect(screen.getByText(/Select a resource/)).toBeVisible();
  });
  it('lists who can do what to a resource', () => {
    show('models');
    const [can, cannot] = cells(/^reader/);
    expect(can).toContain('s3:GetObject');
    expect(can).not.toContain('s3:PutObject');
    expect(cannot).toContain('s3:PutObject');
    expect(cells(/^stranger/)[0]).toBe('nothing');
  });
  it('lists what a user can do', () => {
    show('reader');
    expect(cells(/^models/)[0]).toContain('s3:GetObject');
  });
  it('plays the reason of an answer', async () => {
    const scene = show('models');
    const [, cannot] = within(screen.getByRole('row', { name: /^stranger/ })).getAllByRole('cell');
    if (!cannot) throw new Error('no cell');
    await userEvent.click(within(cannot).getByRole('button', { name: 's3:GetObject' }));
    expect(scene.state().dock).toBe('trace');
    expect(scene.state().playback?.trace.steps.at(-1)?.reason.code).toBe('iam.identity-none');
  });
  it('says that nobody asks anything of a VPC', () => {
    show('vpc');
    expect(screen.getByText(/no actions of its own/)).toBeVisible();
  });
});
