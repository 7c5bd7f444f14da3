import type { Page } from 'playwright-core';
import type { playground } from './browser';

export const SCENARIO = 'silent-alarm';

type Game = ReturnType<typeof playground>;

/** Opens the console, and from it the stage, as a facilitator does. */
export async function openRoom(game: Game, options: Parameters<Game['open']>[0] = {}, scenario = SCENARIO) {
  const opened = await game.open({ reducedMotion: 'reduce', ...options });
  const { page: desk, complaints } = opened;
  desk.setDefaultTimeout(10_000);
  await desk.goto(`${game.url}#/console/${scenario}`);
  const arrives = desk.context().waitForEvent('page');
  await desk.getByRole('button', { name: 'Open the stage' }).click();
  const stage = await arrives;
  stage.setDefaultTimeout(10_000);
  stage.on('pageerror', (error) => complaints.push(`exception on the stage: ${error.message}`));
  await desk.getByText('Stage is open').waitFor();
  await stage.locator('.react-flow__node').first().waitFor();
  // A window behind another is drawn rarely, and whoever clicks waits for it.
  await desk.bringToFront();
  return { ...opened, desk, stage };
}

export const goalsOn = (stage: Page) =>
  stage.getByRole('complementary', { name: 'Goals and score' }).getByRole('listitem').allInnerTexts();
/** What can be read on the stage, pictures by their names. */
export const seenOn = (stage: Page) =>
  stage
    .getByRole('main')
    .evaluate((main: HTMLElement) =>
      [main.innerText, ...[...main.querySelectorAll('[role="img"]')].map((one) => one.getAttribute('aria-label'))].join(
        '\n',
      ),
    )
    .then((words) => words.replace(/^[^]*(The screen is black)[^]*$/, '$1'));
export const tab = (desk: Page, name: string) => desk.getByRole('tab', { name, exact: true }).click();
export const press = (desk: Page, name: string) =>
  desk.getByRole('group', { name: 'Clicker' }).getByRole('button', { name, exact: true }).click();
