/** One test of a JUnit report: passed unless it says otherwise. */
export interface JunitCase {
  readonly name: string;
  /** judged, and not as wanted. */
  readonly failures?: readonly string[];
  /** could not be judged. */
  readonly errors?: readonly string[];
  readonly skipped?: boolean;
}

export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

/** A report that CI servers read. */
export function junit(suites: readonly JunitSuite[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="perimeter"${counts(suites.flatMap(({ cases }) => cases))}>\n`,
    ...suites.map(
      ({ name, cases }) =>
        `  <testsuite name="${escape(name)}"${counts(cases)}>\n${cases.map((one) => caseOf(name, one)).join('')}  </testsuite>\n`,
    ),
    '</testsuites>\n',
  ].join('');
}

function caseOf(suite: string, { name, failures = [], errors = [], skipped = false }: JunitCase): string {
  const head = `    <testcase classname="${escape(suite)}" name="${escape(name)}"`;
  const inside = [
    ...(failures.length > 0 ? [said('failure', failures)] : []),
    ...(errors.length > 0 ? [said('error', errors)] : []),
    ...(skipped ? ['      <skipped/>\n'] : []),
  ];
  return inside.length === 0 ? `${head}/>\n` : `${head}>\n${inside.join('')}    </testcase>\n`;
}

function said(element: 'failure' | 'error', lines: readonly string[]): string {
  return `      <${element} message="${escape(lines[0] ?? '')}">${escape(lines.join('\n'))}</${element}>\n`;
}

function counts(cases: readonly JunitCase[]): string {
  const many = (key: 'failures' | 'errors') => cases.filter((one) => (one[key]?.length ?? 0) > 0).length;
  const skipped = cases.filter((one) => one.skipped).length;
  return ` tests="${cases.length}" failures="${many('failures')}" errors="${many('errors')}" skipped="${skipped}"`;
}

/** What XML 1.0 cannot hold at all, not even as a reference. */
const IMPOSSIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escape(text: string): string {
  return text
    .replace(IMPOSSIBLE, '\u{fffd}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
