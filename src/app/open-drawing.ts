import { unlocked } from '../game/author/designs';
import { readDrawing, type Drawing } from '../model/drawing';
import { formatOf, parseJson, whole, type Read } from '../model/read-json';
import { readSave } from '../model/save';
import { loadScenario } from './library';
import type { OpenedFile } from './ports/files';
import type { TextStorage } from './ports/storage';

/** A drawing from a file: one of the sandbox, or somebody's work on a scenario. Its name is that of the file. */
export async function openDrawing({ name, text }: OpenedFile, storage: TextStorage): Promise<Read<Drawing>> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const format = formatOf(json.value);
  if (format === 'perimeter-drawing') return readDrawing(text);
  if (format !== 'perimeter-save') {
    return whole(
      'This is neither a drawing nor work on a scenario.',
      'Choose a file that Perimeter saved. A CloudFormation template is imported from the menu of a drawing.',
    );
  }
  const read = readSave(text);
  if (!read.ok) return read;
  const loaded = await loadScenario(storage, read.save.scenario);
  if (loaded.type !== 'found') {
    return whole(
      `Its scenario “${read.save.scenario}” is not here, so its account is not known.`,
      'Open the scenario’s own file first, from the list of scenarios.',
    );
  }
  const { account } = loaded.scenario;
  return { ok: true, value: { name: titleOf(name), account, diagram: unlocked(read.save.diagram) } };
}

function titleOf(file: string): string {
  return file.replace(/(\.perimeter)?\.json$/i, '').slice(0, 120) || file;
}
