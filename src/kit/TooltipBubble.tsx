import { computePosition, flip, offset, shift } from '@floating-ui/dom';
import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Kbd } from './Kbd';
import css from './Tooltip.module.css';
import type { TooltipSide } from './tooltip';

/** The words of one element, beside it. They also describe it to assistive technology while they are shown. */
export function TooltipBubble({ target }: { readonly target: HTMLElement }) {
  const id = useId();
  const bubble = useRef<HTMLDivElement>(null);
  const { tooltip, tooltipKeys, tooltipSide } = target.dataset;

  useLayoutEffect(() => {
    const shown = bubble.current;
    if (!shown) return;
    let current = true;
    void computePosition(target, shown, {
      strategy: 'fixed',
      placement: tooltipSide as TooltipSide,
      middleware: [offset(6), flip({ padding: 8 }), shift({ padding: 8 })],
    }).then(({ x, y }) => {
      if (!current) return;
      shown.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
      shown.style.visibility = 'visible';
    });
    return () => {
      current = false;
    };
  }, [target, tooltipSide]);

  useEffect(() => {
    const before = target.getAttribute('aria-describedby');
    target.setAttribute('aria-describedby', before === null ? id : `${before} ${id}`);
    return () => {
      if (before === null) target.removeAttribute('aria-describedby');
      else target.setAttribute('aria-describedby', before);
    };
  }, [target, id]);

  return createPortal(
    <div ref={bubble} id={id} role="tooltip" className={css.tooltip} data-tooltip-bubble>
      <span>{tooltip}</span>
      {tooltipKeys ? <Kbd keys={tooltipKeys} plain /> : null}
    </div>,
    document.body,
  );
}
