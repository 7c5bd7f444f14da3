import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

type Direction = 'Tab' | 'Shift+Tab';

/** Somebody without a mouse. Notes every stop at which the focus cannot be seen. */
export class Keyboard {
  /** Stops without a visible focus: what had it, and why it cannot be seen. */
  readonly unseen: string[] = [];

  constructor(private readonly page: Page) {}

  /** Presses keys one after the other: `Control+z`, `Enter`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Writes over what stands in the field that has the focus. */
  async overwrite(text: string): Promise<void> {
    await this.press('Control+a');
    await this.type(text);
  }

  /** What has the focus, as a screen reader would name it. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return '';
      const labels = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
      return (element.getAttribute('aria-label') ?? labels ?? element.textContent ?? '').trim();
    });
  }

  async has(target: Locator): Promise<boolean> {
    return target.evaluate((element) => element === document.activeElement);
  }

  async holds(target: Locator): Promise<boolean> {
    return target.evaluate((element) => element.contains(document.activeElement));
  }

  /** Tab until the focus is there. Fails when the keyboard does not lead there. */
  async tabTo(target: Locator, key: Direction = 'Tab'): Promise<void> {
    await target.waitFor();
    for (let presses = 0; presses < 120; presses++) {
      if (await this.has(target)) return this.look();
      await this.press(key);
      await this.look();
    }
    throw new Error(`The Tab key never reaches ${String(target)}.`);
  }

  /** F6 until the focus is in that part of the screen. */
  async goInto(pane: Locator, key: 'F6' | 'Shift+F6' = 'F6'): Promise<void> {
    for (let presses = 0; presses < 6; presses++) {
      await this.press(key);
      await this.look();
      if (await this.holds(pane)) return;
    }
    throw new Error(`F6 never reaches ${String(pane)}.`);
  }

  /** Waits until the focus is there: after a dialog or a menu gave it back. */
  async expectFocus(target: Locator): Promise<void> {
    await expect.poll(() => this.has(target), { message: `${String(target)} has the focus` }).toBe(true);
    await this.look();
  }

  async expectFocusIn(target: Locator): Promise<void> {
    await expect.poll(() => this.holds(target), { message: `${String(target)} holds the focus` }).toBe(true);
    await this.look();
  }

  /** Notes when what has the focus shows no sign of it, or lies out of view or below something else. */
  private async look(): Promise<void> {
    // The canvas glides to what has the focus; a slow machine takes a moment.
    let complaint = await this.complaint();
    for (let tries = 0; complaint !== '' && tries < 20; tries++) {
      await this.page.waitForTimeout(150);
      complaint = await this.complaint();
    }
    if (complaint !== '' && !this.unseen.includes(complaint)) this.unseen.push(complaint);
  }

  private complaint(): Promise<string> {
    return this.page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let frames = 0; frames < 3; frames++) await frame();
      const element = document.activeElement;
      // Between the last stop and the first, the focus is the browser's own.
      if (!element || element === document.body) return '';
      const outlined = (one: Element) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !/, 0\)$|transparent/.test(outlineColor);
      };
      const inset = (one: Element) => getComputedStyle(one).boxShadow.includes('inset');
      const lines = [...element.querySelectorAll('path')].map((path) => parseFloat(getComputedStyle(path).strokeWidth));
      // The frame of an editor shows it for the text inside.
      const frames = [1, 2, 3, 4, 5].map((steps) => {
        let one: Element | null = element;
        for (let step = 1; step < steps; step++) one = one?.parentElement ?? null;
        return one;
      });
      const seen = frames.some((one) => one !== null && (outlined(one) || inset(one)));
      const drawn = element instanceof SVGElement && Math.max(...lines) >= 4;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const mine = (x: number, y: number) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (element.contains(hit) || hit.contains(element));
      };
      const spots = [0.05, 0.25, 0.5, 0.75, 0.95].flatMap((share) => [
        [left + (right - left) * share, (top + bottom) / 2],
        [(left + right) / 2, top + (bottom - top) * share],
        [left + (right - left) * share, top + 3],
      ]);
      // A line hardly fills its box.
      const inside = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
      const uncovered = element instanceof SVGElement ? inside : spots.some(([x = 0, y = 0]) => mine(x, y));
      const name = `${element.tagName} “${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40)}”`;
      return [seen || drawn ? '' : `${name} has no focus ring`, uncovered ? '' : `${name} is out of view`]
        .filter(Boolean)
        .join(', ');
    });
  }
}
