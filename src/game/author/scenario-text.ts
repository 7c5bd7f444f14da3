import { startProblems, type LooseScenario } from '../../model/bundle';
import { parseJson, whole, type Read } from '../../model/read-json';
import { isRecord } from './place';

/** JSON of a scenario that may be unfinished: it must be an object, and what it calls its start must be a diagram. */
export function readScenarioText(text: string): Read<LooseScenario> {
  const json = parseJson(text);
  if (!json.ok) return json;
  if (!isRecord(json.value)) return whole('A scenario is an object.', 'Write it in braces: { "title": … }.');
  const problems = startProblems(json.value, text, []);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: json.value };
}
