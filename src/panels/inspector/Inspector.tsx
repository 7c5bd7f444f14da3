import { docLinks } from '../../catalog/doc-links';
import { BookOpen, Copy, Lock, MousePointerClick, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { KindIcon } from '../../catalog/icons';
import { formOf } from '../../catalog/form-model';
import { remove } from '../../game/commands/remove';
import { rename } from '../../game/commands/fields';
import { Badge } from '../../kit/Badge';
import { Button } from '../../kit/Button';
import { EmptyState } from '../../kit/EmptyState';
import { Field } from '../../kit/Field';
import { IconButton } from '../../kit/IconButton';
import { TextInput } from '../../kit/TextInput';
import type { DiagramNode, NodeId } from '../../model/diagram';
import type { Problem } from '../../model/report';
import type { Reason } from '../../model/trace';
import { useFacts, useSession } from '../../store/use-session';
import { FieldEditor } from './FieldEditor';
import { effective } from './field-props';
import { useFieldCommit } from './use-field-commit';
import styles from './inspector.module.css';

/** The properties of what is selected. */
export function Inspector() {
  const selection = useSession((state) => state.selection);
  const nodes = useSession((state) => state.diagram.nodes);
  const selected = selection.flatMap((id) => nodes[id] ?? []);
  const [first] = selected;
  if (!first) {
    return (
      <EmptyState icon={<MousePointerClick />} title="Nothing selected">
        Select an element on the canvas to see and change its properties.
      </EmptyState>
    );
  }
  return selected.length > 1 ? <Several nodes={selected} /> : <One key={first.id} node={first} />;
}

function One({ node }: { readonly node: DiagramNode }) {
  const catalog = useSession((state) => state.catalog);
  const facts = useFacts();
  const say = useSession((state) => state.say);
  const actions = useSession((state) => state.actions);
  const problems = useSession((state) => state.report.problems);
  const kind = catalog.get(node.kind);
  const write = useFieldCommit(node);
  const complete = useMemo(() => kind?.complete(node.props), [kind, node.props]);
  const arn = facts.arn(node.id);
  const locked = node.locked === true;
  const ours = problems.filter((problem) => problem.nodes[0] === node.id);
  const general = ours.filter((problem) => problem.fields?.[0]?.node !== node.id);
  const issues = issuesOf(node.id, complete?.issues ?? [], ours, say);
  const docs = (kind && docLinks[kind.id]) ?? [];
  const fields = kind
    ? formOf(kind.schema).filter(
        ({ when }) => !when || new RegExp(when.like).test(String(complete?.props[when.field] ?? '')),
      )
    : [];
  return (
    <section className={styles.inspector} aria-label={`Properties of ${node.name}`}>
      <header className={styles.head} data-category={kind?.category}>
        <span className={styles.icon}>
          <KindIcon kind={node.kind} />
        </span>
        <div className={styles.headWords}>
          <h2>{node.name}</h2>
          <p>{kind?.title ?? `Unknown kind “${node.kind}”`}</p>
        </div>
        {locked ? (
          <Badge icon={<Lock size={12} aria-hidden="true" />}>Given</Badge>
        ) : (
          <IconButton
            label={`Delete ${node.name}`}
            shortcut="Delete"
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => actions.run((diagram, all) => remove(diagram, all, { ids: [node.id] }))}
          />
        )}
      </header>
      {kind ? <p className={styles.summary}>{kind.summary}</p> : null}
      {arn !== undefined ? <ArnLine arn={arn} /> : null}
      {general.length > 0 ? (
        <ul className={styles.problems} aria-label="Problems of this element">
          {general.map((problem, index) => (
            <li key={index} data-severity={problem.severity}>
              {say(problem.reason)}
            </li>
          ))}
        </ul>
      ) : null}
      {kind ? (
        <div className={styles.form}>
          <Field label="Name">
            <TextInput
              value={node.name}
              commit="blur"
              maxLength={128}
              disabled={locked}
              onChange={(name) => actions.run((diagram, all) => rename(diagram, all, { node: node.id, name }))}
            />
          </Field>
          {fields.map((field) => (
            <FieldEditor
              key={field.key}
              node={node}
              field={field}
              path={field.key}
              value={effective(node.props, field)}
              write={write}
              disabled={locked}
              issues={issues}
            />
          ))}
        </div>
      ) : (
        <pre className={styles.json}>{JSON.stringify(node.props, null, 2)}</pre>
      )}
      {docs.length > 0 ? (
        <footer className={styles.docs}>
          <h3>AWS documentation</h3>
          <ul>
            {docs.map((doc) => (
              <li key={doc.url}>
                <a href={doc.url} target="_blank" rel="noreferrer noopener">
                  <BookOpen size={13} aria-hidden="true" />
                  {doc.title}
                </a>
              </li>
            ))}
          </ul>
        </footer>
      ) : null}
    </section>
  );
}

type Issue = { readonly field: string; readonly message: string };

/** What is wrong, field by field: what the schema says, and what the simulator says where the schema is content. */
function issuesOf(
  node: NodeId,
  schema: readonly Issue[],
  problems: readonly Problem[],
  say: (reason: Reason) => string,
): readonly Issue[] {
  const found = problems.flatMap((problem): Issue[] => {
    const place = problem.fields?.[0];
    if (place?.node !== node || schema.some((issue) => issue.field === place.field)) return [];
    return [{ field: place.field, message: say(problem.reason) }];
  });
  return [...schema, ...found];
}

function ArnLine({ arn }: { readonly arn: string }) {
  const actions = useSession((state) => state.actions);
  return (
    <div className={styles.arn}>
      <span>ARN</span>
      <code title={arn}>{arn}</code>
      <IconButton
        size="sm"
        label="Copy ARN"
        icon={<Copy aria-hidden="true" />}
        onClick={() => {
          void navigator.clipboard
            ?.writeText(arn)
            .then(() => actions.notify({ tone: 'said', text: 'ARN copied.' }))
            .catch(() =>
              actions.notify({
                tone: 'refused',
                text: 'The browser did not allow copying.',
                remedy: 'Select the ARN and copy it by hand.',
              }),
            );
        }}
      />
    </div>
  );
}

function Several({ nodes }: { readonly nodes: readonly DiagramNode[] }) {
  const actions = useSession((state) => state.actions);
  const free = nodes.filter((node) => node.locked !== true);
  return (
    <section className={styles.inspector} aria-label="Selected elements">
      <header className={styles.head}>
        <div className={styles.headWords}>
          <h2>{nodes.length} elements selected</h2>
          <p>Choose one to change its properties.</p>
        </div>
      </header>
      <ul className={styles.several}>
        {nodes.map((node) => (
          <li key={node.id}>
            <button type="button" onClick={() => actions.select([node.id])}>
              <KindIcon kind={node.kind} />
              {node.name}
            </button>
          </li>
        ))}
      </ul>
      <Button
        variant="danger"
        size="sm"
        icon={<Trash2 />}
        disabled={free.length === 0}
        onClick={() =>
          actions.run((diagram, catalog) => remove(diagram, catalog, { ids: free.map((node) => node.id) }))
        }
      >
        Delete {free.length}
      </Button>
    </section>
  );
}
