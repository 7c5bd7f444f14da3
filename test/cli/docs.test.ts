import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { examples, perimeter } from './command';

/** Every example of these pages is run: the words, the faults and the exit code are what it says. */
const text = ['cli.md', 'facilitator.md'].map((page) => readFileSync(join(examples, '..', page), 'utf8')).join('\n');
const blocks = [...text.matchAll(/^```console\n\$ npx perimeter (.*)\n([\s\S]*?)^```$/gm)].map(([, args, said]) => ({
  args: args ?? '',
  said: said ?? '',
}));
const words = (args: string) => args.split(' ').map((word) => word.replace(/^'(.*)'$/, '$1'));

// The first call of all builds the command line.
beforeAll(() => void perimeter(['--help']), 60_000);

test('there is an example of every command', () => {
  const help = perimeter(['--help']).out;
  for (const command of ['grade', 'lint', 'prove', 'audit', 'simulate', 'import', 'export']) {
    expect(
      blocks.some(({ args }) => args.startsWith(command)),
      command,
    ).toBe(true);
    expect(help).toContain(`perimeter ${command} `);
  }
});

describe('docs', () => {
  test.each(blocks)('$args', ({ args, said }) => {
    const { code, out, err } = perimeter(words(args));
    const [, body = '', exit] = /^([\s\S]*?)(?:# exit code (\d)\n)?$/.exec(said) ?? [];
    expect(code).toBe(Number(exit ?? 0));
    if (args.includes('--format json')) {
      // What the page leaves out may be there; what it shows must be so.
      expect(JSON.parse(out)).toMatchObject(JSON.parse(body) as object);
    } else {
      expect(`${out.replaceAll('\r\n', '\n')}${err}`).toBe(body);
    }
  });
});
