import { fileURLToPath } from 'node:url';
import { EXIT } from './io';
import { run } from './run';

// A reader that has seen enough (`| head`) closes the pipe; that is no defect.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = run(process.argv.slice(2), {
    cwd: process.cwd(),
    library: fileURLToPath(new URL('../../scenarios', import.meta.url)),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    interactive: process.stderr.isTTY,
    now: () => performance.now(),
    today: () => new Date().toISOString(),
  });
} catch (error) {
  process.stderr.write(
    `perimeter: this is a defect of Perimeter itself.\n${String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = EXIT.defect;
}
