import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import Prose from '../../src/panels/markdown/Prose';

const html = (text: string) => render(<Prose text={text} />).container;

describe('Markdown of an untrusted author', () => {
  it('shows raw HTML as text', () => {
    const box = html('<img src=x onerror=alert(1)> and <script>alert(1)</script>');
    expect(box.querySelector('img, script')).toBeNull();
    expect(box.textContent).toContain('<script>');
  });
  it.each(['[x](javascript:alert(1))', '[x](data:text/html,hi)', '[x](vbscript:x)'])(
    'drops the address of %s',
    (text) => {
      expect(html(text).querySelector('a')?.getAttribute('href') ?? '').toBe('');
    },
  );
  it('fetches no picture', () => {
    const box = html('![a "quoted" plan](https://example.com/track.png)');
    expect(box.querySelector('img')).toBeNull();
    expect(box.textContent).toContain('plan');
  });
  it('opens links elsewhere', () => {
    const link = html('[docs](https://docs.aws.amazon.com/)').querySelector('a');
    expect(link?.rel).toContain('noopener');
    expect(link?.target).toBe('_blank');
  });
});
