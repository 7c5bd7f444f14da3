import { readMessage, writeMessage, type StageMessage } from '../model/classroom';
import type { OpenChannel } from './ports/channel';

export interface StageChannel {
  post(message: StageMessage): void;
  close(): void;
}

/** The line between console and stage of one scenario. What is not one of our messages is not heard. */
export function openStageChannel(
  open: OpenChannel,
  scenario: string,
  hear: (message: StageMessage) => void,
): StageChannel {
  const channel = open(`perimeter/stage/${scenario}`);
  channel.onMessage((received) => {
    const message = readMessage(received);
    if (message) hear(message);
  });
  return { post: (message) => channel.post(writeMessage(message)), close: () => channel.close() };
}
