import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button } from '../../kit/Button';
import { useFieldIds } from '../../kit/Field';
import { parsePolicy } from '../../engine/iam/parse';
import type { NodeId } from '../../model/diagram';
import type { FieldPath } from '../../model/path';
import { useFacts } from '../../store/use-session';
import { addStatements, format, indent, newline, outdent, quoteAt } from './editor-keys';
import type { Edited } from './editor-keys';
import { InsertMenu } from './InsertMenu';
import { policyTypeOf } from './policy-type';
import { StatementList } from './StatementList';
import styles from './PolicyEditor.module.css';

interface Props {
  readonly node: NodeId;
  readonly field: FieldPath;
  readonly name: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
  readonly onFocus: () => void;
}

/** A policy document as JSON with line numbers and defects in place, and as sentences beside it. */
export function PolicyEditor({ node, field, name, value, disabled, onChange, onFocus }: Props) {
  const facts = useFacts();
  const type = policyTypeOf(facts, node, field);
  const parsed = useMemo(
    () => (value.trim() === '' ? { issues: [] } : parsePolicy(value, { name, node, field }, type)),
    [value, name, node, field, type],
  );
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const caret = useRef<{ from: number; to: number } | undefined>(undefined);
  const [escaping, setEscaping] = useState(false);
  const listId = useId();
  const helpId = useId();
  const ids = useFieldIds();
  const invalid = parsed.issues.some((issue) => issue.severity === 'error');
  const lines = value.split('\n').length;
  const marks = new Map(parsed.issues.map((issue) => [issue.line, issue.severity]));

  useLayoutEffect(() => {
    if (!caret.current || !area.current) return;
    area.current.setSelectionRange(caret.current.from, caret.current.to);
    caret.current = undefined;
  }, [value]);

  const apply = (edited: Edited): void => {
    caret.current = { from: edited.from, to: edited.to };
    onChange(edited.text);
  };
  const current = (): Edited => ({
    text: value,
    from: area.current?.selectionStart ?? value.length,
    to: area.current?.selectionEnd ?? value.length,
  });
  const insert = (arn: string): void => {
    const { from, to } = current();
    const text = quoteAt(value, from, arn);
    onFocus();
    apply({ text: value.slice(0, from) + text + value.slice(to), from: from + text.length, to: from + text.length });
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape') {
      setEscaping(true);
      event.stopPropagation();
      return;
    }
    if (event.key === 'Shift') return;
    const tab = event.key === 'Tab' && !escaping && !event.ctrlKey && !event.metaKey && !event.altKey;
    setEscaping(false);
    if (disabled || !(tab || (event.key === 'Enter' && !event.ctrlKey && !event.metaKey))) return;
    event.preventDefault();
    apply(tab ? (event.shiftKey ? outdent : indent)(current()) : newline(current()));
  };
  const goTo = (line: number): void => {
    const at =
      value
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0);
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
  };

  return (
    <div className={styles.editor}>
      <div className={styles.bar}>
        <InsertMenu
          node={node}
          type={type}
          empty={value.trim() === ''}
          disabled={disabled}
          onInsert={insert}
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
      <div className={styles.frame} data-invalid={invalid || undefined}>
        <div className={styles.gutter} ref={gutter} aria-hidden="true">
          {Array.from({ length: lines }, (_, index) => (
            <div key={index} data-mark={marks.get(index + 1)}>
              {index + 1}
            </div>
          ))}
        </div>
        <textarea
          ref={area}
          className={styles.area}
          rows={Math.min(24, Math.max(value === '' ? 4 : 8, lines + 1))}
          value={value}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          readOnly={disabled}
          {...ids}
          aria-describedby={[ids['aria-describedby'], helpId, listId].filter(Boolean).join(' ')}
          aria-invalid={invalid}
          onFocus={onFocus}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      <p id={helpId} className={styles.help}>
        {escaping ? 'Tab now leaves the editor.' : 'Tab indents. Press Esc, then Tab, to leave the editor.'}
      </p>
      <ul id={listId} className={styles.issues} aria-label="Defects of this policy">
        {parsed.issues.map((issue, index) => (
          <li key={index} data-severity={issue.severity}>
            <button type="button" onClick={() => goTo(issue.line)}>
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
