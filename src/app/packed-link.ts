import { LIMITS } from '../model/diagram';
import { whole, type Read } from '../model/read-json';
import { pack, unpack } from './ports/packing';

const VERSION = '1';
/** Letters of a link; a work of 2 MB packs into far less. */
const LONGEST = 1_000_000;

/** A sort of link, and what is said of one that is not of this sort. */
export interface LinkKind {
  /** from `#` to the packed text. */
  readonly route: string;
  readonly notOne: { readonly reason: string; readonly remedy: string };
  /** what is in it: "work". */
  readonly content: string;
}

/** `page` is the address of the game without what follows `#`. */
export async function writeLink({ route }: LinkKind, text: string, page: string): Promise<string> {
  return `${page}${route}${VERSION}.${await pack(text)}`;
}

/** The text in a whole link, or in the part of it after the route. Whatever somebody pastes, it never rejects. */
export async function unpackLink({ route, notOne, content }: LinkKind, pasted: string): Promise<Read<string>> {
  const text = pasted.trim();
  if (text.length > LONGEST) return whole('This link is longer than any link of Perimeter.', 'Ask for a file instead.');
  const at = text.indexOf(route);
  const [version, packed, ...more] = (at < 0 ? text : text.slice(at + route.length)).split('.');
  if (version === undefined || packed === undefined || more.length > 0 || !/^\d{1,4}$/.test(version)) {
    return whole(notOne.reason, notOne.remedy);
  }
  if (version !== VERSION) {
    return whole(
      'This link was made by another version of Perimeter.',
      'Load the page again to get the newest version.',
    );
  }
  const unpacked = await unpack(packed, LIMITS.fileBytes);
  if (unpacked.ok) return { ok: true, value: unpacked.text };
  return unpacked.reason === 'too-large'
    ? whole(`The ${content} in this link is larger than 2 MB.`, 'Ask for a file instead.')
    : whole('The link is damaged: part of it is missing or was changed.', 'Copy it again, or ask for a file.');
}
