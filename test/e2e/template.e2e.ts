import { readFile, writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { playground } from './browser';

const game = playground();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perimeter-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const TEMPLATE = `
Parameters:
  Team: { Type: String }
Resources:
  Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.9.0.0/16, Tags: [{ Key: Name, Value: !Sub 'net-\${Team}' }] } }
  Inside: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Net, CidrBlock: 10.9.1.0/24 } }
  Setting: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: !Ref Net } }
`;

async function choose(page: Page, item: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function pick(page: Page, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, text);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose(page, /^Import from/)]);
  await chooser.setFiles(path);
}

test('a template takes the place of the drawing, and says what it left out', async () => {
  const { page, complaints, close } = await game.open();
  await page.goto(`${game.url}#/play/card-fraud-realtime`);
  await page.getByRole('button', { name: 'To the canvas' }).click();
  await pick(page, 'network.yaml', TEMPLATE);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Setting (AWS::SSM::Parameter), line 7').waitFor();
  expect(await dialog.textContent()).toContain('This parameter has no value in the template.');
  await dialog.getByRole('textbox', { name: 'Team' }).fill('red');
  await page.keyboard.press('Tab');
  await dialog.getByText('This parameter has no value in the template.').waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Replace the drawing' }).click();
  const canvas = page.getByRole('region', { name: 'Canvas' });
  await canvas.getByText('net-red', { exact: true }).waitFor();
  await canvas.getByText('Inside', { exact: true }).waitFor();

  await choose(page, /^Export to/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download YAML' }).click(),
  ]);
  const saved = await readFile(await download.path(), 'utf8');
  expect(saved).toContain('Type: AWS::EC2::Subnet');
  expect(saved).toContain('VpcId: !Ref NetRed');

  const undo = page.getByRole('group', { name: 'History' }).getByRole('button', { name: 'Undo' });
  await undo.click();
  await page.getByText('Nothing is drawn yet').waitFor();
  await pick(page, 'again.yaml', saved);
  await page.getByText('Everything in it is taken along.').waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 90_000);

test('a file that is no template changes nothing and says where', async () => {
  const { page, complaints, close } = await game.open();
  await page.goto(`${game.url}#/play/card-fraud-realtime`);
  await page.getByRole('button', { name: 'To the canvas' }).click();
  await pick(page, 'broken.yaml', 'Resources:\n  A:\n\t- x\n');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('broken.yaml cannot be imported').waitFor();
  expect(await dialog.textContent()).toMatch(/Line \d/);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByText('Nothing is drawn yet').waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 60_000);
