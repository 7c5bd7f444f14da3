import { readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { isFile, isFolder, shownPath, type FileFault } from './files';

/** The files that arguments mean, each once, in the order of the arguments; or why an argument means none. */
export function handInFiles(
  args: readonly string[],
  cwd: string,
): { readonly paths: readonly string[]; readonly faults: readonly FileFault[] } {
  const paths = new Set<string>();
  const faults: FileFault[] = [];
  for (const argument of args) {
    const path = resolve(cwd, argument);
    const found = isFile(path) ? [path] : isFolder(path) ? below(path) : matching(argument, cwd);
    for (const one of found) paths.add(one);
    if (found.length > 0) continue;
    faults.push({
      file: shownPath(path, cwd),
      place: '',
      reason: isFolder(path) ? 'There is no .json file in this folder.' : 'There is no such file.',
      remedy: 'Check the path.',
    });
  }
  return { paths: [...paths], faults };
}

/** Every JSON file of a folder, at any depth. Names that begin with a dot belong to the system. */
function below(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.split(sep).some((part) => part.startsWith('.')))
    .sort()
    .map((name) => join(folder, name))
    .filter(isFile);
}

/** Shells that know no patterns pass them on as they are. */
function matching(argument: string, cwd: string): string[] {
  const pattern = sep === '\\' ? argument.replaceAll('\\', '/') : argument;
  if (!isDynamicPattern(pattern)) return [];
  return globSync(pattern, { cwd, absolute: true, onlyFiles: true, expandDirectories: false })
    .map((path) => resolve(path))
    .sort();
}
