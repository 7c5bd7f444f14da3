import { readSentWork, writeSentWork, type SentWork } from '../model/hand-in-link';
import type { Read } from '../model/read-json';
import { unpackLink, writeLink, type LinkKind } from './packed-link';

const HAND_IN: LinkKind = {
  route: '#/hand-in/',
  notOne: {
    reason: 'This is no link to handed-in work.',
    remedy: 'Paste the link that “Hand in” copies, all of it.',
  },
  content: 'work',
};

/** `page` is the address of the game without what follows `#`. */
export function linkFor(work: SentWork, page: string): Promise<string> {
  return writeLink(HAND_IN, writeSentWork(work), page);
}

/** Reads a whole link, or the part of it after the route. Whatever somebody pastes, it never rejects. */
export async function readLink(pasted: string): Promise<Read<SentWork>> {
  const read = await unpackLink(HAND_IN, pasted);
  return read.ok ? readSentWork(read.value) : read;
}
