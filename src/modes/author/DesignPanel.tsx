import { Copy, Trash2 } from 'lucide-react';
import {
  designOf,
  diagramOf,
  keysOf,
  sameKey,
  withDiagram,
  withName,
  withWords,
  withoutDesign,
  type DesignKey,
} from '../../game/author/designs';
import { count } from '../../game/words';
import { Button } from '../../kit/Button';
import { Checkbox } from '../../kit/Checkbox';
import { Field } from '../../kit/Field';
import { IconButton } from '../../kit/IconButton';
import { Select } from '../../kit/Select';
import { TextInput } from '../../kit/TextInput';
import { useAuthor, useAuthorStore } from '../../store/use-author';
import { useSession } from '../../store/use-session';
import { designTitle } from './design-title';
import styles from './views.module.css';

/** The words and promises of the drawing on the canvas. */
export function DesignPanel() {
  const store = useAuthorStore();
  const draft = useAuthor((state) => state.draft);
  const shown = useAuthor((state) => state.shown);
  const design = designOf(draft, shown);
  const edit = (words: Parameters<typeof withWords>[2], merge?: string): void =>
    store.getState().actions.edit((now) => withWords(now, shown, words), merge);
  const copyFrom = (from: DesignKey): void => {
    const { actions } = store.getState();
    actions.edit((now) => withDiagram(now, shown, diagramOf(now, from) ?? { nodes: {} }));
    actions.refresh();
    actions.say(`The drawing is a copy of ${designTitle(draft, from)} now.`, true);
  };
  const others = keysOf(draft).filter((key) => !sameKey(key, shown));
  const named = (key: DesignKey): string => `${key.type}/${key.name}`;
  return (
    <section className={styles.panel} aria-label="Design">
      {design ? (
        <>
          <Field
            label="Title"
            help={
              shown.type === 'attempt'
                ? 'The mistake, in a few words.'
                : 'What makes it different from other solutions.'
            }
          >
            <TextInput
              value={design.title}
              maxLength={200}
              onChange={(title) => edit({ title }, `title ${named(shown)}`)}
            />
          </Field>
          <Field
            label="File name"
            help="Lower-case letters, digits and hyphens. Its file in the folder of the scenario."
          >
            <TextInput
              mono
              commit="blur"
              maxLength={64}
              value={design.name}
              onChange={(name) => {
                const { actions, draft: now } = store.getState();
                const next = withName(now, shown, name);
                if (!next) return actions.say(`“${name}” is taken, or it is no name. It stays “${design.name}”.`);
                actions.edit(() => next);
                actions.show({ ...shown, name });
              }}
            />
          </Field>
        </>
      ) : (
        <p className={styles.help}>
          The start is what the player finds. Select an element to lock it: the player can then neither change nor
          remove it.
        </p>
      )}
      {design && 'misses' in design ? <Misses misses={design.misses} onChange={(misses) => edit({ misses })} /> : null}
      {design && 'decoration' in design && design.decoration.length > 0 ? (
        <Field as="group" label="Decoration" help="Parts that no requirement needs, each with its reason.">
          <ul className={styles.decoration}>
            {design.decoration.map((one, at) => (
              <li key={at}>
                <span>
                  <code>{[one.node, one.field].filter(Boolean).join('.')}</code> {one.reason}
                </span>
                <IconButton
                  size="sm"
                  label={`Take ${[one.node, one.field].filter(Boolean).join('.')} out of the decoration`}
                  icon={<Trash2 aria-hidden="true" />}
                  onClick={() => edit({ decoration: design.decoration.filter((_, other) => other !== at) })}
                />
              </li>
            ))}
          </ul>
        </Field>
      ) : null}
      {others.length > 0 ? (
        <Field label="Copy from" help="Replaces this drawing. Undo brings it back.">
          <Select
            value=""
            placeholder="Choose a design"
            options={others.map((key) => ({ value: named(key), label: designTitle(draft, key) }))}
            onChange={(value) => {
              const from = others.find((key) => named(key) === value);
              if (from) copyFrom(from);
            }}
          />
        </Field>
      ) : null}
      {design ? (
        <Button
          size="sm"
          icon={<Trash2 />}
          onClick={() => {
            const { actions } = store.getState();
            actions.edit((now) => withoutDesign(now, shown));
            actions.say(`“${designTitle(draft, shown)}” is deleted.`, true);
          }}
        >
          Delete this {shown.type}
        </Button>
      ) : null}
    </section>
  );
}

/** Which requirements an attempt misses, and no others. */
function Misses({
  misses,
  onChange,
}: {
  readonly misses: readonly string[];
  readonly onChange: (misses: string[]) => void;
}) {
  const requirements = useSession((state) => state.scenario.requirements);
  const results = useSession((state) => state.report.requirements);
  const now = results.filter((result) => !result.met).map(({ id }) => id);
  const same = now.length === misses.length && now.every((id) => misses.includes(id));
  if (requirements.length === 0) {
    return <p className={styles.help}>Once there are requirements, tick here which of them this attempt misses.</p>;
  }
  return (
    <Field as="group" label="It misses" help="Prove holds the attempt to exactly these.">
      <div className={styles.stack}>
        {requirements.map(({ id, title }) => (
          <Checkbox
            key={id}
            checked={misses.includes(id)}
            onChange={(ticked) => onChange(ticked ? [...misses, id] : misses.filter((one) => one !== id))}
          >
            {title}
          </Checkbox>
        ))}
        {same ? null : (
          <Button size="sm" icon={<Copy />} onClick={() => onChange(now)}>
            {now.length === 0
              ? 'It misses nothing yet'
              : `Tick the ${count(now.length, 'requirement')} that it misses now`}
          </Button>
        )}
      </div>
    </Field>
  );
}
