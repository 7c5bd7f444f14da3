import * as z from 'zod/mini';
import { Answers } from './answers';
import { Diagram } from './diagram';
import type { Json } from './json';
import { FORBIDDEN_KEYS } from './json-limits';
import { diagramVersion, kindVersion, MIGRATIONS, type Migrate, type Migrations } from './migrations';
import { lineIn, parseJson, problemsOf, whole, type FileProblem } from './read-json';
import { int, text } from './schema';

const version = int(1, 10_000);

/** One player's work on one scenario. */
export const Save = z.strictObject({
  format: z.literal('perimeter-save'),
  /** `diagram` and every kind that stands in it, each with the version it was written in. */
  versions: z.record(text(64), version).check(
    z.refine((versions) => Object.hasOwn(versions, 'diagram'), {
      message: 'The version of the diagram is missing.',
    }),
  ),
  scenario: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  /** when it was saved, ISO 8601. */
  at: z.iso.datetime({ offset: true }),
  diagram: Diagram,
  /** what was foretold; absent where nothing was. */
  answers: z.optional(Answers),
});
export type Save = z.infer<typeof Save>;

export type ReadSave =
  { readonly ok: true; readonly save: Save } | { readonly ok: false; readonly problems: readonly FileProblem[] };

export function makeSave(
  scenario: string,
  diagram: Diagram,
  at: string,
  answers: Answers = {},
  migrations: Migrations = MIGRATIONS,
): Save {
  const kinds = [...new Set(Object.values(diagram.nodes).map((node) => node.kind))].sort();
  const versions: Record<string, number> = { diagram: diagramVersion(migrations) };
  for (const kind of kinds) {
    if (kind !== 'diagram' && !FORBIDDEN_KEYS.has(kind)) versions[kind] = kindVersion(migrations, kind);
  }
  const foretold = Object.keys(answers).length > 0 ? { answers } : {};
  return { format: 'perimeter-save', versions, scenario, at, diagram, ...foretold };
}

/**
 * Parse → migrate → parse strictly. Kinds that this version does not know keep their JSON as it is. Never throws.
 */
export function readSave(text: string, migrations: Migrations = MIGRATIONS): ReadSave {
  const json = parseJson(text);
  if (!json.ok) return json;
  const { value } = json;
  if (!isRecord(value) || value['format'] !== 'perimeter-save') {
    return whole('This is not a save of Perimeter.', 'Choose a file that Perimeter saved.');
  }
  const newer = fromTheFuture(value, migrations);
  if (newer) {
    return {
      ok: false,
      problems: [
        {
          place: `versions.${newer}`,
          ...lineIn(text, ['versions', newer]),
          reason: 'This save was made by a newer version of Perimeter.',
          remedy: 'Load the page again to get the newest version.',
        },
      ],
    };
  }
  const read = Save.safeParse(migrate(value, migrations));
  return read.success ? { ok: true, save: read.data } : { ok: false, problems: problemsOf(read.error, text) };
}

type Loose = { readonly [key: string]: Json };

function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function versionIn(save: Loose, key: string): number {
  const versions = save['versions'];
  const written = isRecord(versions) && Object.hasOwn(versions, key) ? versions[key] : 1;
  return typeof written === 'number' && Number.isInteger(written) && written >= 1 ? written : 1;
}

function fromTheFuture(save: Loose, migrations: Migrations): string | undefined {
  const { versions } = save;
  if (!isRecord(versions)) return undefined;
  return Object.keys(versions).find((key) => {
    if (key === 'diagram') return versionIn(save, key) > diagramVersion(migrations);
    // A kind without migrations here may be one that this version does not know: it survives as it is.
    return Object.hasOwn(migrations.kinds, key) && versionIn(save, key) > kindVersion(migrations, key);
  });
}

/** Runs what is missing since the save was written. Anything that is not as expected is left for the strict parse. */
function migrate(save: Loose, migrations: Migrations): Loose {
  if (!isRecord(save['diagram']) || !isRecord(save['versions'])) return save;
  const versions: Record<string, Json> = { ...save['versions'], diagram: diagramVersion(migrations) };
  const diagram = runAll(save['diagram'], migrations.diagram.slice(versionIn(save, 'diagram') - 1));
  if (!isRecord(diagram['nodes'])) return { ...save, diagram };
  const nodes: Record<string, Json> = {};
  for (const [id, node] of Object.entries(diagram['nodes'])) {
    nodes[id] = node;
    if (!isRecord(node) || typeof node['kind'] !== 'string' || !isRecord(node['props'])) continue;
    const { kind, props } = node as { kind: string; props: Loose };
    const own = Object.hasOwn(migrations.kinds, kind) ? migrations.kinds[kind] : undefined;
    if (!own) continue;
    versions[kind] = kindVersion(migrations, kind);
    nodes[id] = { ...node, props: runAll(props, own.slice(versionIn(save, kind) - 1)) };
  }
  if (!Object.hasOwn(save['versions'], 'diagram')) delete versions['diagram'];
  return { ...save, versions, diagram: { ...diagram, nodes } };
}

function runAll(value: Loose, steps: readonly Migrate[]): Loose {
  return steps.reduce((before, step) => step(before), value);
}
