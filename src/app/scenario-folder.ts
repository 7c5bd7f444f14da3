import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { idOf } from '../game/author/playable';
import { readDraft, type Draft } from '../model/bundle';
import { LIMITS } from '../model/diagram';
import { parseJson, whole, type FileProblem, type Read } from '../model/read-json';

/** Files in an archive, and how much they may hold together once unpacked. */
const MOST_FILES = 300;
const MOST_BYTES = 20_000_000;

/** A draft as the folder that `scenarios/` holds, in a ZIP archive. */
export function zipFolder(draft: Draft): Uint8Array<ArrayBuffer> {
  const folder = idOf(draft.scenario);
  const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  const designs = (list: 'solutions' | 'attempts') =>
    draft[list].map(({ name, ...content }) => [`${folder}/${list}/${name}.json`, json(content)] as const);
  return zipSync(
    Object.fromEntries([
      [`${folder}/scenario.json`, json(draft.scenario)],
      ...designs('solutions'),
      ...designs('attempts'),
    ]),
  );
}

/** Reads such an archive back; every defect names its file. Never throws. */
export function readFolder(archive: Uint8Array): Read<Draft> {
  const files = unpack(archive);
  if (!files.ok) return files;
  const found: { scenario?: unknown; solutions: unknown[]; attempts: unknown[] } = { solutions: [], attempts: [] };
  const problems: FileProblem[] = [];
  for (const [path, text] of files.value) {
    const [, list, name] = /(?:^|\/)(?:(solutions|attempts)\/([^/]+)|scenario)\.json$/.exec(path) ?? [];
    const json = parseJson(text);
    if (!json.ok) problems.push(...json.problems.map((one) => inFile(path, one)));
    else if (list === 'solutions' || list === 'attempts') found[list].push({ name, ...(json.value as object) });
    else found.scenario = json.value;
  }
  if (problems.length > 0) return { ok: false, problems };
  if (found.scenario === undefined) {
    return whole('The archive holds no scenario.json.', 'Pack the folder of the scenario.');
  }
  const draft = JSON.stringify({ format: 'perimeter-bundle', version: 1, ...found });
  const read = readDraft(draft);
  // Lines are those of the archive's files, which were put together here.
  return read.ok ? read : { ok: false, problems: read.problems.map(({ line: _line, ...problem }) => problem) };
}

function unpack(archive: Uint8Array): Read<readonly (readonly [path: string, text: string])[]> {
  let bytes = 0;
  let files = 0;
  try {
    const unpacked = unzipSync(archive, {
      filter: ({ name, originalSize }) => {
        if (!/(?:^|\/)(?:(?:solutions|attempts)\/[^/]+|scenario)\.json$/.test(name) || /(^|\/)[._]/.test(name))
          return false;
        bytes += originalSize;
        files += 1;
        return bytes <= MOST_BYTES && files <= MOST_FILES && originalSize <= LIMITS.fileBytes;
      },
    });
    if (bytes > MOST_BYTES || files > MOST_FILES) {
      return whole('The archive holds more than a scenario can have.', 'Pack the folder of one scenario.');
    }
    return { ok: true, value: Object.entries(unpacked).map(([path, content]) => [path, strFromU8(content)] as const) };
  } catch {
    return whole('The file is not a ZIP archive that can be read.', 'Pack the folder of the scenario again.');
  }
}

function inFile(path: string, problem: FileProblem): FileProblem {
  return { ...problem, place: [path, problem.place].filter(Boolean).join(': ') };
}

/** Reads what somebody opens to work on: a bundle, a scenario, or the folder of one in an archive. */
export function readDraftFile(name: string, bytes: Uint8Array): Read<Draft> {
  if (/\.zip$/i.test(name) || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return readFolder(bytes);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return whole('The file is not text in UTF-8.', 'Save it as JSON text in UTF-8.');
  }
  return readDraft(text);
}
