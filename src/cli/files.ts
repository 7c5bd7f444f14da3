import { readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { LIMITS } from '../model/diagram';
import { whole, type FileProblem, type Read } from '../model/read-json';

/** One thing that is wrong with one file. */
export interface FileFault extends FileProblem {
  readonly file: string;
}

export type Got<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: FileFault[] };

export function faultsIn(file: string, problems: readonly FileProblem[]): { ok: false; faults: FileFault[] } {
  return { ok: false, faults: problems.map((problem) => ({ file, ...problem })) };
}

/** The text of a file of bounded size. Devices, pipes and folders are refused before anything is read. */
export function readText(path: string): Read<string> {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return whole('This is a folder.', 'Name a file in it.');
    if (!stat.isFile()) return whole('This is not a file.', 'Name a file.');
    if (stat.size > LIMITS.fileBytes) {
      const megabytes = (LIMITS.fileBytes / 1_000_000).toFixed(0);
      return whole(`The file is larger than ${megabytes} MB.`, 'Check that it is the right file.');
    }
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return whole('There is no such file.', 'Check the path.');
    if (code === 'EACCES' || code === 'EPERM')
      return whole('The file may not be read.', 'Ask for the right to read it.');
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return whole('The file is not text in UTF-8.', 'Save it as UTF-8.');
    return whole('The file cannot be read.', 'Copy it to a local disk and try again.');
  }
}

/** Reads and understands one file. */
export function readWith<T>(path: string, shown: string, parse: (text: string) => Read<T>): Got<T> {
  const text = readText(path);
  const read = text.ok ? parse(text.value) : text;
  return read.ok ? read : faultsIn(shown, read.problems);
}

export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

export function isFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** The JSON files of a folder by name; none when there is no such folder. */
export function jsonFiles(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name));
}

/** As a person would type it: from the current folder, with forward slashes. */
export function shownPath(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return (near.startsWith('..') ? path : near || '.').split(sep).join('/');
}
