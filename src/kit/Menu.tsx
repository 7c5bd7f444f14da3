import { cloneElement, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { DOMAttributes, HTMLAttributes, ReactElement } from 'react';
import type { MenuItem, MenuItems, MenuPlace } from './menu-item';
import { useLoaded } from './use-loaded';

export interface MenuProps {
  readonly items: MenuItems;
  /** one element: the button, or the place of the right click. */
  readonly children: ReactElement<HTMLAttributes<HTMLElement>>;
  readonly align?: 'start' | 'center' | 'end';
}

const OPENS: ReadonlySet<string> = new Set(['Enter', ' ', 'ArrowDown']);
/** how long a finger rests until it counts as a right click. */
const LONG_PRESS = 700;

const fetchList = async () => (await import('./MenuList')).MenuList;

/** Where the menu is open, and what draws it. Whoever does something else before that has arrived wants no menu more. */
function useMenu(given: MenuItems) {
  const [place, open] = useState<MenuPlace | undefined>(undefined);
  const [List, ask] = useLoaded(fetchList);
  const [fetched, setFetched] = useState<readonly MenuItem[] | undefined>(undefined);
  const items = typeof given === 'function' ? fetched : given;
  const close = useCallback(() => open(undefined), []);
  const openAt = (next: MenuPlace): void => {
    ask();
    if (typeof given === 'function') given().then(setFetched, close);
    open(next);
  };
  const waits = place !== undefined && (List === undefined || items === undefined);
  useEffect(() => {
    if (!waits) return undefined;
    const listening = new AbortController();
    for (const other of ['pointerdown', 'keydown']) {
      document.addEventListener(other, close, { capture: true, signal: listening.signal });
    }
    return () => listening.abort();
  }, [waits, close]);
  return { shown: place && List && items ? { place, List, items } : undefined, openAt, close };
}

/** A menu below its button. What draws the open menu loads when one is first opened. */
export function Menu({ items, children, align = 'start' }: MenuProps) {
  const { shown, openAt, close } = useMenu(items);
  const id = useId();
  const buttonId = useId();
  const openBelow = (button: HTMLElement, byKeyboard: boolean): void => {
    if (button.matches(':disabled')) return;
    openAt({ box: button.getBoundingClientRect(), byKeyboard, labelledBy: button.id, backTo: button });
  };
  const button: HTMLAttributes<HTMLElement> = {
    id: children.props.id ?? buttonId,
    'aria-haspopup': 'menu',
    'aria-expanded': shown !== undefined,
    'aria-controls': shown ? id : undefined,
    onPointerDown: (event) => {
      if (event.button !== 0 || event.ctrlKey) return;
      // The button does not take the focus that the menu is about to have.
      event.preventDefault();
      openBelow(event.currentTarget, false);
    },
    onKeyDown: (event) => {
      if (!OPENS.has(event.key)) return;
      event.preventDefault();
      openBelow(event.currentTarget, true);
    },
  };
  return (
    <>
      {cloneElement(children, button)}
      {shown ? (
        <shown.List id={id} items={shown.items} place={shown.place} side="bottom" align={align} onClose={close} />
      ) : null}
    </>
  );
}

/** The same menu on right click, long press or the menu key. */
export function ContextMenu({ items, children }: Omit<MenuProps, 'align'>) {
  const { shown, openAt, close } = useMenu(items);
  const id = useId();
  const press = useRef<ReturnType<typeof setTimeout>>(undefined);
  const release = (): void => clearTimeout(press.current);
  useEffect(() => () => clearTimeout(press.current), []);
  const openBeside = (x: number, y: number, byKeyboard: boolean): void => {
    const { activeElement } = document;
    openAt({
      box: { x, y, width: 0, height: 0 },
      byKeyboard,
      labelledBy: undefined,
      backTo: activeElement instanceof HTMLElement ? activeElement : undefined,
    });
  };
  const handlers: DOMAttributes<HTMLElement> = {
    onContextMenu: (event) => {
      release();
      if (event.defaultPrevented) return;
      event.preventDefault();
      openBeside(event.clientX, event.clientY, event.button !== 2);
    },
    onPointerDown: (event) => {
      release();
      const { clientX, clientY } = event;
      if (event.pointerType === 'mouse') return;
      press.current = setTimeout(() => openBeside(clientX, clientY, false), LONG_PRESS);
    },
    onPointerMove: release,
    onPointerCancel: release,
    onPointerUp: release,
  };
  return (
    <>
      {cloneElement(children, handlers)}
      {shown ? (
        <shown.List id={id} items={shown.items} place={shown.place} side="right" align="start" onClose={close} />
      ) : null}
    </>
  );
}
