import { readDrawing, writeDrawing, type Drawing } from '../model/drawing';
import type { Read } from '../model/read-json';
import { unpackLink, writeLink, type LinkKind } from './packed-link';

const DRAWING: LinkKind = {
  route: '#/drawing/',
  notOne: { reason: 'This is no link to a drawing.', remedy: 'Paste the link that the sandbox copies, all of it.' },
  content: 'drawing',
};

/** `at`: ISO 8601; `page`: the address of the game without what follows `#`. */
export function drawingLink(drawing: Drawing, at: string, page: string): Promise<string> {
  return writeLink(DRAWING, writeDrawing(drawing, at), page);
}

/** Reads a whole link, or the part of it after the route. Whatever somebody pastes, it never rejects. */
export async function readDrawingLink(pasted: string): Promise<Read<Drawing>> {
  const read = await unpackLink(DRAWING, pasted);
  return read.ok ? readDrawing(read.value) : read;
}
