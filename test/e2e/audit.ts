import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What the accessibility audit finds serious or critical on the page as it is now. */
export async function graveFindings(page: Page): Promise<readonly string[]> {
  const audit = new AxeBuilder({ page });
  // An open menu is modal: it hides the page and keeps the focus inside, which this rule cannot see.
  if ((await page.getByRole('menu').count()) > 0) audit.disableRules('aria-hidden-focus');
  const { violations } = await audit.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
