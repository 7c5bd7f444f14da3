/** Packed text as a web address can hold it: deflated, then base64 with `-` and `_`. */
export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export type Unpacked =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: 'broken' | 'too-large' };

/**
 * The way back, for packed text from anybody. Stops as soon as it has grown beyond `most` bytes: a few letters can
 * unfold into gigabytes. Never rejects.
 */
export async function unpack(packed: string, most: number): Promise<Unpacked> {
  if (!/^[\w-]+$/.test(packed)) return { ok: false, reason: 'broken' };
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length;
      if (size > most) {
        await reader.cancel();
        return { ok: false, reason: 'too-large' };
      }
      parts.push(read.value);
    }
    const all = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(all) };
  } catch {
    return { ok: false, reason: 'broken' };
  }
}
