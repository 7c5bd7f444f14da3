import type { OpenChannel } from './ports/channel';

export interface TabWatch {
  /** Tells the other tabs that this one has just saved. */
  saved(at: string): void;
  stop(): void;
}

export interface TabEvents {
  /** The same scenario is open in another tab too. Called once. */
  onTwin(): void;
  /** The other tab has saved: what this one shows is not the newest work. */
  onOtherSaved(at: string): void;
}

/**
 * Two tabs on one scenario would overwrite each other's work without a word. Here they hear of each other; each keeps
 * working, and the player decides.
 */
export function watchTabs(open: OpenChannel, scenario: string, events: TabEvents): TabWatch {
  const channel = open(`perimeter/${scenario}`);
  let told = false;
  const twin = () => {
    if (told) return;
    told = true;
    events.onTwin();
  };
  channel.onMessage((message) => {
    if (message === null || typeof message !== 'object') return;
    const { type, at } = message as { type?: unknown; at?: unknown };
    if (type === 'hello') {
      twin();
      channel.post({ type: 'here' });
    } else if (type === 'here') twin();
    else if (type === 'saved' && typeof at === 'string') events.onOtherSaved(at.slice(0, 40));
  });
  channel.post({ type: 'hello' });
  let stopped = false;
  return {
    // The last save of a tab may end when it has left already.
    saved(at) {
      if (!stopped) channel.post({ type: 'saved', at });
    },
    stop() {
      stopped = true;
      channel.close();
    },
  };
}
