import { useSyncExternalStore } from 'react';

/** The key that the page's boot script reads before the first paint. */
const KEY = 'perimeter.theme';
const query = '(prefers-color-scheme: dark)';
const listeners = new Set<() => void>();

function isDark(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === undefined ? window.matchMedia(query).matches : chosen === 'dark';
}

function subscribe(tell: () => void): () => void {
  const system = window.matchMedia(query);
  system.addEventListener('change', tell);
  listeners.add(tell);
  return () => {
    system.removeEventListener('change', tell);
    listeners.delete(tell);
  };
}

function toggle(): void {
  const theme = isDark() ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = theme;
  try {
    window.localStorage.setItem(KEY, theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  for (const tell of listeners) tell();
}

/** Light or dark: the player's choice, else the system's. */
export function useTheme(): { readonly dark: boolean; readonly toggle: () => void } {
  return { dark: useSyncExternalStore(subscribe, isDark, () => false), toggle };
}
