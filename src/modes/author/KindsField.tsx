import { CATEGORIES } from '../../catalog/kind';
import { KindIcon } from '../../catalog/icons';
import { usedKinds } from '../../game/author/used-kinds';
import { listAt, type Place } from '../../game/author/place';
import type { Rules } from '../../game/judge';
import { count } from '../../game/words';
import { Button } from '../../kit/Button';
import { Checkbox } from '../../kit/Checkbox';
import { CATEGORY_TITLES } from '../../catalog/category-titles';
import type { FormFrame } from '../../panels/schema-form/SchemaForm';
import { useAuthor } from '../../store/use-author';
import styles from './views.module.css';

interface Props {
  readonly place: Place;
  readonly frame: FormFrame;
  readonly rules: Rules;
}

/** The palette of the player, to be ticked: what is not ticked, this scenario does without. */
export function KindsField({ place, frame, rules }: Props) {
  const draft = useAuthor((state) => state.draft);
  const chosen = new Set(listAt(frame.root, place));
  const order = [...rules.catalog.keys()];
  const set = (kinds: ReadonlySet<unknown>): void =>
    frame.onChange(
      place,
      order.filter((id) => kinds.has(id)),
    );
  const used = usedKinds(draft, rules.catalog).filter((id) => !chosen.has(id));
  return (
    <div className={styles.stack}>
      <div className={styles.buttons}>
        <Button size="sm" disabled={used.length === 0} onClick={() => set(new Set([...chosen, ...used]))}>
          {used.length === 0
            ? 'Every kind that your designs use is ticked'
            : `Tick ${count(used.length, 'kind')} that your designs use`}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => set(new Set(order))}>
          Tick all
        </Button>
        <Button size="sm" variant="ghost" onClick={() => set(new Set())}>
          Tick none
        </Button>
      </div>
      <div className={styles.kinds}>
        {CATEGORIES.map((category) => (
          <fieldset key={category} data-category={category}>
            <legend>{CATEGORY_TITLES[category]}</legend>
            {[...rules.catalog.values()]
              .filter((kind) => kind.category === category)
              .map(({ id, title }) => (
                <Checkbox
                  key={id}
                  checked={chosen.has(id)}
                  onChange={(ticked) =>
                    set(new Set(ticked ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
                  }
                >
                  <span className={styles.kind}>
                    <KindIcon kind={id} size={16} />
                    {title}
                  </span>
                </Checkbox>
              ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}
