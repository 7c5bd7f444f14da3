export type TooltipSide = 'top' | 'right' | 'bottom' | 'left';

interface Tooltip {
  readonly 'data-tooltip': string;
  readonly 'data-tooltip-keys': string | undefined;
  readonly 'data-tooltip-side': TooltipSide;
}

/**
 * Words on hover and on focus, as attributes for any element; the one `TooltipLayer` of the page shows them. Never
 * the only place of an information: they are not there for touch.
 */
export function tooltip(words: string, side: TooltipSide = 'bottom', shortcut?: string): Tooltip {
  return { 'data-tooltip': words, 'data-tooltip-keys': shortcut, 'data-tooltip-side': side };
}
