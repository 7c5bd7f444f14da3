import { lazy, Suspense, useCallback, useId, useMemo, useRef } from 'react';
import { completionsAt } from '../../engine/iam/complete';
import { doubtsOf } from '../../engine/iam/doubts';
import { parsePolicy } from '../../engine/iam/parse';
import { Button } from '../../kit/Button';
import type { CodeEditorHandle } from '../../kit/CodeEditor';
import type { NodeId } from '../../model/diagram';
import type { FieldPath } from '../../model/path';
import { useFacts } from '../../store/use-session';
import { addStatements, format, quoteAt } from './editor-text';
import { InsertMenu } from './InsertMenu';
import { policyTypeOf } from './policy-type';
import { StatementList } from './StatementList';
import { useKnownActions } from './use-known-actions';
import styles from './PolicyEditor.module.css';

const CodeEditor = lazy(async () => ({ default: (await import('../../kit/CodeEditor')).CodeEditor }));

interface Props {
  readonly node: NodeId;
  readonly field: FieldPath;
  readonly name: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
  readonly onFocus: () => void;
}

/** A policy document as JSON with its defects in place, and as sentences below it. */
export function PolicyEditor({ node, field, name, value, disabled, onChange, onFocus }: Props) {
  const facts = useFacts();
  const known = useKnownActions();
  const type = policyTypeOf(facts, node, field);
  const parsed = useMemo(
    () => (value.trim() === '' ? { issues: [] } : parsePolicy(value, { name, node, field }, type)),
    [value, name, node, field, type],
  );
  const issues = useMemo(
    () => [...parsed.issues, ...(known && parsed.policy ? doubtsOf(value, type, known) : [])],
    [parsed, known, value, type],
  );
  const arns = useMemo(
    () =>
      facts.nodes.flatMap((one) => {
        const arn = facts.arn(one.id);
        return arn === undefined ? [] : [{ text: arn, detail: one.name }];
      }),
    [facts],
  );
  const complete = useCallback(
    (text: string, caret: number) => known && completionsAt(text, caret, type, known, { arns }),
    [known, type, arns],
  );
  const editor = useRef<CodeEditorHandle>(null);
  const listId = useId();
  const helpId = useId();
  const invalid = issues.some((issue) => issue.severity === 'error');

  return (
    <div className={styles.editor}>
      <div className={styles.bar}>
        <InsertMenu
          node={node}
          type={type}
          empty={value.trim() === ''}
          disabled={disabled}
          onInsert={(arn) => {
            onFocus();
            editor.current?.insert((text, at) => quoteAt(text, at, arn));
          }}
          onTemplate={(text) => {
            onFocus();
            onChange(addStatements(value, text));
          }}
        />
        <Button
          size="sm"
          variant="ghost"
          disabled={disabled || format(value) === undefined}
          onClick={() => {
            onFocus();
            onChange(format(value) ?? value);
          }}
        >
          Format
        </Button>
        <span className={styles.count}>{value.length.toLocaleString('en-US')} characters</span>
      </div>
      <Suspense fallback={<pre className={styles.waiting}>{value}</pre>}>
        <CodeEditor
          ref={editor}
          value={value}
          readOnly={disabled}
          invalid={invalid}
          marks={issues}
          complete={complete}
          describedBy={`${helpId} ${listId}`}
          onChange={onChange}
          onFocus={onFocus}
        />
      </Suspense>
      <p id={helpId} className={styles.help}>
        Ctrl Space completes. Tab indents; Esc, then Tab, leaves the editor.
      </p>
      <ul id={listId} className={styles.issues} aria-label="Defects of this policy">
        {issues.map((issue, index) => (
          <li key={index} data-severity={issue.severity}>
            <button type="button" onClick={() => editor.current?.goTo(issue.line)}>
              <span className={styles.place}>
                {issue.severity === 'error' ? 'Error' : 'Warning'}, line {issue.line}
                {issue.path ? ` · ${issue.path}` : ''}
              </span>
              <span>{issue.message}</span>
              <span className={styles.remedy}>{issue.remedy}</span>
            </button>
          </li>
        ))}
      </ul>
      {parsed.policy ? <StatementList policy={parsed.policy} /> : null}
    </div>
  );
}
