import css from './Kbd.module.css';
import { classes } from './classes';

const APPLE = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
const NAMES: Readonly<Record<string, string>> = APPLE
  ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Delete: '⌫' }
  : { Mod: 'Ctrl', Delete: 'Del' };

export interface KbdProps {
  /** `Mod+Shift+Z`; `Mod` is Command on Apple's systems and Control elsewhere. */
  readonly keys: string;
  /** without the key caps. */
  readonly plain?: boolean;
}

/** A keyboard shortcut. */
export function Kbd({ keys, plain }: KbdProps) {
  return (
    <kbd className={classes(css.kbd, plain && css.plain)}>
      {keys.split('+').map((key) => (
        <span key={key}>{NAMES[key] ?? key}</span>
      ))}
    </kbd>
  );
}
