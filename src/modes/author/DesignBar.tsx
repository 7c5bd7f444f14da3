import { CirclePlay, CircleX, Lightbulb, Plus } from 'lucide-react';
import { diagramOf, keysOf, sameKey, START, startOf, withDesign, type DesignKey } from '../../game/author/designs';
import { Button } from '../../kit/Button';
import { Menu } from '../../kit/Menu';
import type { MenuItem } from '../../kit/menu-item';
import { EMPTY_DIAGRAM } from '../../model/diagram';
import { useAuthor, useAuthorStore } from '../../store/use-author';
import { designTitle } from './design-title';
import styles from './author.module.css';

const ICONS = { start: CirclePlay, solution: Lightbulb, attempt: CircleX } as const;

/** Which drawing is on the canvas: the start, a solution, an attempt; and the way to new ones. */
export function DesignBar() {
  const store = useAuthorStore();
  const draft = useAuthor((state) => state.draft);
  const shown = useAuthor((state) => state.shown);
  const add = (type: 'solution' | 'attempt', from: DesignKey | undefined): void => {
    const { actions, draft: now } = store.getState();
    const diagram = from ? diagramOf(now, from) : EMPTY_DIAGRAM;
    if (!diagram) return;
    let key: DesignKey = START;
    actions.edit((before) => {
      const made = withDesign(before, type, diagram);
      key = made.key;
      return made.draft;
    });
    actions.show(key);
  };
  const copies = (type: 'solution' | 'attempt'): MenuItem[] => {
    const title = shown.type === 'start' ? undefined : designTitle(draft, shown);
    return [
      { id: `${type}-heading`, heading: type === 'solution' ? 'New solution' : 'New attempt, with a mistake' },
      ...(title === undefined
        ? []
        : [{ id: `${type}-shown`, label: `Copy of ${title}`, onSelect: () => add(type, shown) }]),
      ...(type === 'attempt' &&
      draft.solutions[0] &&
      !sameKey(shown, { type: 'solution', name: draft.solutions[0].name })
        ? [
            {
              id: `${type}-solution`,
              label: `Copy of ${draft.solutions[0].title}`,
              onSelect: () => add(type, { type: 'solution', name: draft.solutions[0]?.name ?? '' }),
            },
          ]
        : []),
      {
        id: `${type}-start`,
        label: Object.keys(startOf(draft).nodes).length === 0 ? 'From an empty canvas' : 'Copy of the start',
        onSelect: () => add(type, START),
      },
    ];
  };
  return (
    <nav className={styles.designs} aria-label="Designs" data-pane>
      <ul>
        {keysOf(draft).map((key) => {
          const Icon = ICONS[key.type];
          return (
            <li key={`${key.type} ${key.name}`}>
              <button
                type="button"
                className={styles.design}
                data-type={key.type}
                aria-current={sameKey(key, shown) ? 'true' : undefined}
                onClick={() => store.getState().actions.show(key)}
              >
                <Icon aria-hidden="true" />
                <span>{designTitle(draft, key)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <Menu align="end" items={[...copies('solution'), { id: 'line', separator: true }, ...copies('attempt')]}>
        <Button size="sm" icon={<Plus />}>
          Add a design
        </Button>
      </Menu>
    </nav>
  );
}
