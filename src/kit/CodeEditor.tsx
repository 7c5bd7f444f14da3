import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import type { CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { forceLinting, lintGutter, linter } from '@codemirror/lint';
import { Annotation, Compartment, EditorState, Prec } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import { useFieldIds } from './Field';
import { highlight, theme } from './code-theme';

export interface CodeMark {
  readonly severity: 'error' | 'warning';
  /** both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
export interface CodeCompletions {
  /** offset from which the choice replaces the text up to the caret. */
  readonly from: number;
  readonly options: readonly { readonly text: string; readonly detail?: string }[];
}
export interface CodeEditorHandle {
  /** puts a text where the caret is, instead of what is selected. */
  insert(make: (text: string, at: number) => string): void;
  goTo(line: number): void;
}
export interface CodeEditorProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onFocus?: () => void;
  readonly readOnly: boolean;
  readonly invalid: boolean;
  readonly marks: readonly CodeMark[];
  readonly complete?: (text: string, caret: number) => CodeCompletions | undefined;
  /** id of what says how to use it. */
  readonly describedBy?: string;
  readonly ref?: Ref<CodeEditorHandle>;
}

/** Marks a change that came from outside, which is not told back. */
const fromOutside = Annotation.define<boolean>();

/** JSON with line numbers, marks in place, completion and its own undo. Tab indents; Esc, then Tab, leaves. */
export function CodeEditor(props: CodeEditorProps) {
  const { value, readOnly, invalid, marks, describedBy, ref } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useRef(props);
  const attributes = useRef(new Compartment());
  const locked = useRef(new Compartment());
  const { id, 'aria-describedby': fieldHelp } = useFieldIds();

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!host.current) return;
    const made = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [extensions(latest), attributes.current.of([]), locked.current.of([])],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: value },
      selection: { anchor: Math.min(editor.state.selection.main.anchor, value.length) },
      annotations: fromOutside.of(true),
    });
  }, [value]);

  useEffect(() => {
    view.current?.dispatch({
      effects: locked.current.reconfigure([EditorState.readOnly.of(readOnly), EditorView.editable.of(!readOnly)]),
    });
  }, [readOnly]);

  useEffect(() => {
    const said = [fieldHelp, describedBy].filter(Boolean).join(' ');
    view.current?.dispatch({
      effects: attributes.current.reconfigure(
        EditorView.contentAttributes.of({
          ...(id !== undefined && { id, 'aria-labelledby': `${id}-label` }),
          ...(said !== '' && { 'aria-describedby': said }),
          'aria-invalid': String(invalid),
          'aria-readonly': String(readOnly),
          autocapitalize: 'off',
          tabindex: '0',
        }),
      ),
    });
  }, [id, fieldHelp, describedBy, invalid, readOnly]);

  useEffect(() => {
    if (view.current) forceLinting(view.current);
  }, [marks]);

  useImperativeHandle(ref, () => ({
    insert: (make) => {
      const editor = view.current;
      if (!editor) return;
      const { from, to } = editor.state.selection.main;
      const text = make(editor.state.doc.toString(), from);
      editor.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length } });
      editor.focus();
    },
    goTo: (line) => {
      const editor = view.current;
      if (!editor) return;
      const { from } = editor.state.doc.line(Math.min(Math.max(line, 1), editor.state.doc.lines));
      editor.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      editor.focus();
    },
  }));

  return <div ref={host} />;
}

function extensions(latest: { readonly current: CodeEditorProps }): Extension {
  const source: CompletionSource = (context) => {
    const found = latest.current.complete?.(context.state.doc.toString(), context.pos);
    if (!found || (!context.explicit && found.from === context.pos && found.options.length > 60)) return null;
    return {
      from: found.from,
      options: found.options.map(({ text, detail }) => ({ label: text, ...(detail !== undefined && { detail }) })),
      validFor: /^[\w:.*?$@{}/-]*$/,
    };
  };
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    json(),
    syntaxHighlighting(highlight),
    autocompletion({ override: [source], icons: false, activateOnTypingDelay: 60 }),
    lintGutter(),
    linter(({ state }) => latest.current.marks.map((mark) => diagnosticOf(mark, state)), { delay: 0 }),
    // The letter keys of the canvas must not fire from here, and Esc closes nothing around it.
    Prec.highest(
      EditorView.domEventHandlers({
        keydown: (event, editor) => {
          const status = completionStatus(editor.state);
          if (event.key === 'Escape' || status !== null) event.stopPropagation();
          // What is not shown yet takes no Esc: the next Tab is to leave.
          if (event.key === 'Escape' && status === 'pending') closeCompletion(editor);
          return false;
        },
        focus: () => latest.current.onFocus?.(),
      }),
    ),
    keymap.of([
      { key: 'Tab', run: acceptCompletion },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
    EditorView.updateListener.of((update) => {
      const told = update.transactions.some((one) => one.annotation(fromOutside));
      if (update.docChanged && !told) latest.current.onChange(update.state.doc.toString());
    }),
    theme,
  ];
}

/** From its column to the end of the word or string that stands there. */
function diagnosticOf({ line: number, column, severity, message }: CodeMark, state: EditorState) {
  const line = state.doc.line(Math.min(Math.max(number, 1), state.doc.lines));
  const from = Math.min(line.from + Math.max(column, 1) - 1, line.to);
  const rest = line.text.slice(from - line.from);
  const length = (/^"(?:[^"\\]|\\.)*"?|^[\w-]+|^./.exec(rest)?.[0] ?? '').length;
  return { from, to: Math.min(from + length, line.to), severity, message };
}
