import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const solution = new URL('../../scenarios/card-fraud-realtime/solutions/endpoints-only.json', import.meta.url);

/** Work on “Card fraud, real time” as a file: any nodes, or a whole solution. */
export function saveOf(nodes: object): string {
  const kinds = Object.values(nodes).map((node: { kind: string }) => [node.kind, 1]);
  return JSON.stringify({
    format: 'perimeter-save',
    versions: { diagram: 1, ...Object.fromEntries(kinds) },
    scenario: 'card-fraud-realtime',
    at: '2026-01-02T03:04:05.000Z',
    diagram: { nodes },
  });
}

export function solvedSave(): string {
  const { diagram } = JSON.parse(readFileSync(solution, 'utf8')) as { diagram: { nodes: object } };
  return saveOf(diagram.nodes);
}

/** Gives a file to the list of scenarios; on a narrow screen the button is in the menu. */
export async function giveFile(page: Page, name: string, text: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.waitFor();
  const button = page.getByRole('button', { name: 'Open a file' });
  const asked = page.waitForEvent('filechooser');
  if ((page.viewportSize()?.width ?? 0) >= 720) await button.click();
  else {
    await menu.click();
    await page.getByRole('menuitem', { name: 'Open a file' }).click();
  }
  await (await asked).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}
