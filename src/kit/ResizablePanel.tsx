import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import css from './ResizablePanel.module.css';
import { classes } from './classes';

export interface ResizablePanelProps {
  /** the side of the window it stands at; the handle is opposite. */
  readonly side: 'left' | 'right' | 'bottom';
  /** width (or height at the bottom) in pixels. */
  readonly size: number;
  readonly onSize: (size: number) => void;
  readonly min: number;
  readonly max: number;
  /** accessible name of the handle: "Width of the inspector". */
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A panel whose inner edge can be dragged, or moved with the arrow keys (16 px; Home and End for the ends). */
export function ResizablePanel({ side, size, onSize, min, max, label, children, className }: ResizablePanelProps) {
  const grip = useRef<{ at: number; size: number } | undefined>(undefined);
  const vertical = side !== 'bottom';
  const grows = side === 'left' ? 1 : -1;
  const clamp = (value: number) => Math.round(Math.min(max, Math.max(min, value)));
  const place = (event: PointerEvent) => (vertical ? event.clientX : event.clientY);

  const onKeyDown = (event: KeyboardEvent) => {
    const more = side === 'left' ? 'ArrowRight' : side === 'right' ? 'ArrowLeft' : 'ArrowUp';
    const less = side === 'left' ? 'ArrowLeft' : side === 'right' ? 'ArrowRight' : 'ArrowDown';
    const next = { [more]: size + 16, [less]: size - 16, Home: min, End: max }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onSize(clamp(next));
  };

  return (
    <div className={classes(css.panel, css[side], className)} style={vertical ? { width: size } : { height: size }}>
      {children}
      <div
        className={css.handle}
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation={vertical ? 'vertical' : 'horizontal'}
        aria-valuenow={size}
        aria-valuemin={min}
        aria-valuemax={max}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          grip.current = { at: place(event), size };
        }}
        onPointerMove={(event) => {
          if (grip.current) onSize(clamp(grip.current.size + grows * (place(event) - grip.current.at)));
        }}
        onPointerUp={() => (grip.current = undefined)}
        onPointerCancel={() => (grip.current = undefined)}
      />
    </div>
  );
}
