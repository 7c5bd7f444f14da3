import { LIMITS } from '../model/diagram';
import { readSentWork, writeSentWork, type SentWork } from '../model/hand-in-link';
import type { Read } from '../model/read-json';
import { pack, unpack } from './ports/packing';

const ROUTE = '#/hand-in/';
const VERSION = '1';
/** Letters of a link; a work of 2 MB packs into far less. */
const LONGEST = 1_000_000;

/** `page` is the address of the game without what follows `#`. */
export async function linkFor(work: SentWork, page: string): Promise<string> {
  return `${page}${ROUTE}${VERSION}.${await pack(writeSentWork(work))}`;
}

/** Reads a whole link, or the part of it after the route. Whatever somebody pastes, it never rejects. */
export async function readLink(pasted: string): Promise<Read<SentWork>> {
  const text = pasted.trim();
  if (text.length > LONGEST)
    return refuse('This link is longer than any link of Perimeter.', 'Ask for a file instead.');
  const at = text.indexOf(ROUTE);
  const [version, packed, ...more] = (at < 0 ? text : text.slice(at + ROUTE.length)).split('.');
  if (version === undefined || packed === undefined || more.length > 0 || !/^\d{1,4}$/.test(version)) {
    return refuse('This is no link to handed-in work.', 'Paste the link that “Hand in” copies, all of it.');
  }
  if (version !== VERSION) {
    return refuse(
      'This link was made by another version of Perimeter.',
      'Load the page again to get the newest version.',
    );
  }
  const unpacked = await unpack(packed, LIMITS.fileBytes);
  if (unpacked.ok) return readSentWork(unpacked.text);
  return unpacked.reason === 'too-large'
    ? refuse('The work in this link is larger than 2 MB.', 'Ask for a file instead.')
    : refuse('The link is damaged: part of it is missing or was changed.', 'Copy it again, or ask for a file.');
}

function refuse(reason: string, remedy: string): Read<SentWork> {
  return { ok: false, problems: [{ place: '', reason, remedy }] };
}
