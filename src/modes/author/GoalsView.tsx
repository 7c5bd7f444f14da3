import { ArrowUp, ChevronRight, Plus, Target, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { withScenario } from '../../game/author/designs';
import { listAt, movedUp, textAt, valueAt } from '../../game/author/place';
import { withRequirement } from '../../game/author/requirements';
import { requirementForm } from '../../game/author/scenario-form';
import { count } from '../../game/words';
import { Badge } from '../../kit/Badge';
import { Button } from '../../kit/Button';
import { EmptyState } from '../../kit/EmptyState';
import { IconButton } from '../../kit/IconButton';
import { SchemaForm, type FormFrame } from '../../panels/schema-form/SchemaForm';
import { useAuthor } from '../../store/use-author';
import { Offers } from './Offers';
import styles from './views.module.css';

const FIELDS = requirementForm();

interface Props {
  readonly frame: FormFrame;
  /** index of the requirement that is unfolded. */
  readonly open: number | undefined;
  readonly onOpen: (at: number | undefined) => void;
  /** how many things are missing in each. */
  readonly missing: (place: string) => number;
}

/** The requirements, and those that the drawings offer. */
export function GoalsView({ frame, open, onOpen, missing }: Props) {
  const actions = useAuthor((state) => state.actions);
  const rules = useAuthor((state) => state.rules);
  const requirements = listAt(frame.root, ['requirements']);
  const points = requirements.reduce<number>((sum, one) => {
    const value = valueAt(one, ['points']);
    return sum + (typeof value === 'number' ? value : 0);
  }, 0);
  const move = (at: number): void => {
    actions.edit((draft) => withScenario(draft, ['requirements'], movedUp(requirements, at)));
    onOpen(undefined);
  };
  const remove = (at: number): void => {
    const title = textAt(requirements[at], ['title']);
    actions.edit((draft) => withScenario(draft, ['requirements', at], undefined));
    actions.say(`“${title}” is removed.`, true);
    onOpen(undefined);
  };
  const add = (): void => {
    const check = [...rules.checks.values()][0];
    if (!check) return;
    actions.edit((draft) => withRequirement(draft, { check: check.id, params: {}, title: '' }));
    onOpen(requirements.length);
  };
  return (
    <div className={styles.columns}>
      <section className={styles.section} aria-label="Requirements">
        <h2>
          Requirements <small>{`${count(requirements.length, 'requirement')}, ${count(points, 'point')}`}</small>
        </h2>
        {requirements.length === 0 ? (
          <EmptyState icon={<Target />} title="Nothing is asked yet">
            Draw a start and a solution. Then take requirements from the list of what is true of the solution.
          </EmptyState>
        ) : (
          <ol className={styles.requirements}>
            {requirements.map((one, at) => (
              <Requirement
                key={at}
                at={at}
                title={textAt(one, ['title'])}
                check={rules.checks.get(textAt(one, ['check']))?.title ?? textAt(one, ['check'])}
                points={valueAt(one, ['points'])}
                missing={missing(`requirements[${at}]`)}
                isOpen={open === at}
                onToggle={() => onOpen(open === at ? undefined : at)}
                onUp={at > 0 ? () => move(at) : undefined}
                onRemove={() => remove(at)}
                frame={frame}
              />
            ))}
          </ol>
        )}
        <Button size="sm" icon={<Plus />} onClick={add}>
          Add one by hand
        </Button>
      </section>
      <Offers onAdded={() => onOpen(requirements.length)} />
    </div>
  );
}

interface RequirementProps {
  readonly at: number;
  readonly title: string;
  readonly check: string;
  readonly points: unknown;
  readonly missing: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onUp: (() => void) | undefined;
  readonly onRemove: () => void;
  readonly frame: FormFrame;
}

function Requirement(props: RequirementProps) {
  const { at, title, check, points, missing, isOpen, frame } = props;
  const bodyId = useId();
  const name = title === '' ? `Requirement ${at + 1}` : title;
  return (
    <li className={styles.requirement} data-place={`requirements[${at}]`}>
      <div className={styles.requirementHead}>
        <h3>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? bodyId : undefined}
            onClick={props.onToggle}
          >
            <ChevronRight aria-hidden="true" />
            <span>
              {name}
              <small>{check}</small>
            </span>
          </button>
        </h3>
        {missing > 0 ? <Badge tone="warn">{missing} missing</Badge> : null}
        <Badge>{typeof points === 'number' ? count(points, 'point') : 'no points'}</Badge>
        {props.onUp ? (
          <IconButton
            size="sm"
            label={`Move “${name}” up`}
            icon={<ArrowUp aria-hidden="true" />}
            onClick={props.onUp}
          />
        ) : null}
        <IconButton
          size="sm"
          label={`Remove “${name}”`}
          icon={<Trash2 aria-hidden="true" />}
          onClick={props.onRemove}
        />
      </div>
      {isOpen ? (
        <div id={bodyId} className={styles.requirementBody}>
          <SchemaForm fields={FIELDS} place={['requirements', at]} frame={frame} />
        </div>
      ) : null}
    </li>
  );
}
