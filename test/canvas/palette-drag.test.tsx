import { afterEach, describe, expect, it, vi } from 'vitest';
import { onPaletteDrop, paletteDrag, startPaletteDrag } from '../../src/canvas/palette-drag';

const start = { clientX: 10, clientY: 10, pointerId: 1, button: 0 };
function pointer(type: string, clientX: number, clientY: number, pointerId = 1) {
  const event = new MouseEvent(type, { clientX, clientY, bubbles: true });
  Object.defineProperty(event, 'pointerId', { value: pointerId });
  window.dispatchEvent(event);
}

describe('a drag from the palette', () => {
  const drop = vi.fn();
  let stop = onPaletteDrop(drop);
  afterEach(() => {
    pointer('pointerup', 0, 0);
    drop.mockClear();
    stop();
    stop = onPaletteDrop(drop);
  });

  it('drops where the pointer is released', () => {
    startPaletteDrag('thing', start);
    pointer('pointermove', 60, 60);
    expect(paletteDrag()).toEqual({ kind: 'thing', x: 60, y: 60 });
    pointer('pointerup', 70, 80);
    expect(drop).toHaveBeenCalledExactlyOnceWith({ kind: 'thing', x: 70, y: 80 });
    expect(paletteDrag()).toBeUndefined();
  });

  it('is a click when the pointer hardly moves', () => {
    startPaletteDrag('thing', start);
    pointer('pointermove', 12, 11);
    pointer('pointerup', 12, 11);
    expect(drop).not.toHaveBeenCalled();
  });

  it('ends with Esc, with a cancelled pointer, and ignores other fingers and buttons', () => {
    startPaletteDrag('thing', start);
    pointer('pointermove', 60, 60, 2);
    expect(paletteDrag()).toBeUndefined();
    pointer('pointermove', 60, 60);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(paletteDrag()).toBeUndefined();
    pointer('pointerup', 60, 60);
    startPaletteDrag('thing', start);
    pointer('pointermove', 60, 60);
    pointer('pointercancel', 60, 60);
    pointer('pointerup', 60, 60);
    startPaletteDrag('thing', { ...start, button: 2 });
    pointer('pointermove', 60, 60);
    pointer('pointerup', 60, 60);
    expect(drop).not.toHaveBeenCalled();
  });
});
