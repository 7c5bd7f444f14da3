/** Tells tabs of the same browser about each other. */
export interface Channel {
  post(message: unknown): void;
  onMessage(listen: (message: unknown) => void): void;
  close(): void;
}
export type OpenChannel = (name: string) => Channel;

export const browserChannel: OpenChannel = (name) => {
  if (typeof BroadcastChannel === 'undefined') return { post() {}, onMessage() {}, close() {} };
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    onMessage: (listen) => channel.addEventListener('message', (event: MessageEvent<unknown>) => listen(event.data)),
    close: () => channel.close(),
  };
};

/** For tests: channels of one name hear each other, but not themselves. */
export function memoryChannels(): OpenChannel {
  const open = new Map<string, Set<{ listen?: (message: unknown) => void }>>();
  return (name) => {
    const peers = open.get(name) ?? new Set();
    open.set(name, peers);
    const own: { listen?: (message: unknown) => void } = {};
    peers.add(own);
    return {
      post(message) {
        for (const peer of peers) if (peer !== own) peer.listen?.(message);
      },
      onMessage(listen) {
        own.listen = listen;
      },
      close: () => void peers.delete(own),
    };
  };
}
