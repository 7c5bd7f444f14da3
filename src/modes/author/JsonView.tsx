import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { ChecklistLine } from '../../game/author/checklist';
import { completeScenario } from '../../game/author/complete';
import { readScenarioText } from '../../game/author/scenario-text';
import { Button } from '../../kit/Button';
import { Field } from '../../kit/Field';
import type { CodeEditorHandle, CodeMark } from '../../kit/CodeEditor';
import type { Json } from '../../model/json';
import { lineOf, mapJson } from '../../model/json-lines';
import type { FileProblem } from '../../model/read-json';
import { useAuthor, useAuthorStore } from '../../store/use-author';
import styles from './views.module.css';

const CodeEditor = lazy(async () => ({ default: (await import('../../kit/CodeEditor')).CodeEditor }));

/** Most of them follow from the first ones. */
const MOST_MARKS = 60;

/** The scenario as JSON. What can be read is the draft at once; what cannot is kept until it can. */
export function JsonView({ lines }: { readonly lines: readonly ChecklistLine[] }) {
  const store = useAuthorStore();
  const scenario = useAuthor((state) => state.draft.scenario);
  const broken = useAuthor((state) => state.text);
  const rules = useAuthor((state) => state.rules);
  const [typed, setTyped] = useState<{ readonly text: string; readonly of: Json } | undefined>(undefined);
  const editor = useRef<CodeEditorHandle>(null);
  const text = broken ?? (typed && typed.of === scenario ? typed.text : `${JSON.stringify(scenario, null, 2)}\n`);
  const problems = useMemo(
    () => (broken === undefined ? missingIn(text, lines) : problemsOf(broken)),
    [broken, text, lines],
  );
  const marks = useMemo(() => problems.slice(0, MOST_MARKS).map((problem) => markOf(problem, text)), [problems, text]);
  const write = (next: string): void => {
    const { actions } = store.getState();
    const read = readScenarioText(next);
    if (!read.ok) return actions.setText(next);
    actions.setText(undefined);
    actions.edit((draft) => ({ ...draft, scenario: read.value }), 'json');
    setTyped({ text: next, of: store.getState().draft.scenario });
  };
  return (
    <div className={styles.json}>
      <section className={styles.section} aria-label="Scenario as JSON">
        <p className={styles.help} id="json-help">
          The file scenario.json as it is. Ctrl+Space completes keys, kinds, checks and parameters. Esc, then Tab,
          leaves the editor.
        </p>
        <Suspense fallback={<p className={styles.help}>Loading</p>}>
          <div className={styles.code}>
            <Field label="scenario.json">
              <CodeEditor
                ref={editor}
                value={text}
                onChange={write}
                readOnly={false}
                invalid={broken !== undefined}
                marks={marks}
                describedBy="json-help"
                complete={(source, caret) => completeScenario(source, caret, rules)}
              />
            </Field>
          </div>
        </Suspense>
      </section>
      <section className={styles.section} aria-label="Defects of the JSON">
        <h2>
          {broken !== undefined
            ? 'It cannot be read yet'
            : problems.length === 0
              ? 'Nothing to say'
              : 'What is missing'}
        </h2>
        {broken !== undefined ? (
          <p className={styles.help}>
            Your text is kept. Forms, canvas and Prove show the scenario as it was before.{' '}
            <Button size="sm" onClick={() => store.getState().actions.setText(undefined)}>
              Take the scenario as it was before
            </Button>
          </p>
        ) : null}
        <ul className={styles.defects}>
          {problems.map((problem, at) => (
            <li key={at}>
              <button type="button" className={styles.missing} onClick={() => editor.current?.goTo(problem.line ?? 1)}>
                <code>{[`line ${problem.line ?? 1}`, problem.place].filter(Boolean).join(': ')}</code>
                <span>{problem.reason}</span>
                <small>{problem.remedy}</small>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function problemsOf(text: string): readonly FileProblem[] {
  const read = readScenarioText(text);
  return read.ok ? [] : read.problems;
}

function missingIn(text: string, lines: readonly ChecklistLine[]): readonly FileProblem[] {
  const map = mapJson(text);
  return lines
    .flatMap(({ missing }) => missing)
    .filter(({ part }) => part.type === 'scenario')
    .map(({ path, place, reason, remedy }) => ({ place, line: lineOf(text, map, path) ?? 1, reason, remedy }));
}

function markOf({ line = 1, place, reason, remedy }: FileProblem, text: string): CodeMark {
  const words = text.split('\n')[line - 1] ?? '';
  const column = words.search(/\S/) + 1;
  return {
    severity: place === '' ? 'error' : 'warning',
    line,
    column: Math.max(1, column),
    message: `${reason} ${remedy}`,
  };
}
