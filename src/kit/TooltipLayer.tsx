import { useEffect, useState } from 'react';
import { useLoaded } from './use-loaded';

/** how long the pointer rests before the words come. */
const DELAY = 400;
/** for so long after one tooltip the next comes at once. */
const WARM = 300;
/** for so long the pointer may travel from the element to its words. */
const GRACE = 120;

const fetchBubble = async () => (await import('./TooltipBubble')).TooltipBubble;

/** Shows the tooltips of the whole page, one at a time. Stands once in the app; `tooltip()` marks the elements. */
export function TooltipLayer() {
  const [target, setTarget] = useState<HTMLElement | undefined>(undefined);
  const [Bubble, ask] = useLoaded(fetchBubble);

  useEffect(() => {
    let shown: HTMLElement | undefined;
    let waiting: HTMLElement | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hiddenAt = -Infinity;

    const show = (next: HTMLElement): void => {
      clearTimeout(timer);
      waiting = undefined;
      if (!next.isConnected) return;
      shown = next;
      setTarget(next);
    };
    const hide = (): void => {
      clearTimeout(timer);
      waiting = undefined;
      if (shown) hiddenAt = performance.now();
      shown = undefined;
      setTarget(undefined);
    };
    const rest = (next: HTMLElement): void => {
      if (next === waiting) return;
      clearTimeout(timer);
      if (next === shown) return;
      ask();
      if (shown || performance.now() - hiddenAt < WARM) return show(next);
      waiting = next;
      timer = setTimeout(() => show(next), DELAY);
    };
    const leave = (): void => {
      clearTimeout(timer);
      waiting = undefined;
      if (shown) timer = setTimeout(hide, GRACE);
    };

    const onOver = (event: PointerEvent): void => {
      if (event.pointerType === 'touch' || !(event.target instanceof Element)) return;
      const next = event.target.closest<HTMLElement>('[data-tooltip]');
      if (next && event.buttons === 0) rest(next);
      else if (event.target.closest('[data-tooltip-bubble]')) clearTimeout(timer);
      else leave();
    };
    const onOut = (event: PointerEvent): void => {
      if (event.relatedTarget === null) leave();
    };
    const onFocus = ({ target: focused }: FocusEvent): void => {
      if (!(focused instanceof HTMLElement) || focused.dataset['tooltip'] === undefined) return;
      if (!focused.matches(':focus-visible')) return;
      ask();
      show(focused);
    };
    const onScroll = ({ target: scrolled }: Event): void => {
      if (shown && scrolled instanceof Node && scrolled.contains(shown)) hide();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };

    const listening = new AbortController();
    const options = { capture: true, passive: true, signal: listening.signal };
    document.addEventListener('pointerover', onOver, options);
    document.addEventListener('pointerout', onOut, options);
    document.addEventListener('focusin', onFocus, options);
    document.addEventListener('keydown', onKey, options);
    document.addEventListener('scroll', onScroll, options);
    for (const gone of ['focusout', 'pointerdown', 'click', 'wheel']) {
      document.addEventListener(gone, hide, options);
    }
    return () => {
      listening.abort();
      clearTimeout(timer);
    };
  }, [ask]);

  return target && Bubble ? <Bubble key={target.dataset['tooltip']} target={target} /> : null;
}
