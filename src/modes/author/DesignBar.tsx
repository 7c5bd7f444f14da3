import { CirclePlay, CircleX, Lightbulb, Plus } from 'lucide-react';
import { diagramOf, keysOf, sameKey, START, withDesign, type DesignKey } from '../../game/author/designs';
import { Button } from '../../kit/Button';
import { Menu } from '../../kit/Menu';
import type { MenuItem } from '../../kit/menu-item';
import { useAuthor, useAuthorStore } from '../../store/use-author';
import { designTitle } from './design-title';
import styles from './author.module.css';

const ICONS = { start: CirclePlay, solution: Lightbulb, attempt: CircleX } as const;

/** Which drawing is on the canvas: the start, a solution, an attempt; and the way to new ones. */
export function DesignBar() {
  const store = useAuthorStore();
  const draft = useAuthor((state) => state.draft);
  const shown = useAuthor((state) => state.shown);
  const add = (type: 'solution' | 'attempt', origin: DesignKey): void => {
    const { actions, draft: now } = store.getState();
    const diagram = diagramOf(now, origin);
    if (!diagram) return;
    let key: DesignKey = START;
    actions.edit((before) => {
      const made = withDesign(before, type, diagram);
      key = made.key;
      return made.draft;
    });
    actions.show(key);
  };
  const from = (type: 'solution' | 'attempt', key: DesignKey): MenuItem => ({
    id: `${type} ${key.type} ${key.name}`,
    label: `New ${type} from ${key.type === 'start' ? 'the start' : `“${designTitle(draft, key)}”`}`,
    onSelect: () => add(type, key),
  });
  const first = draft.solutions[0];
  const origins = [
    START,
    ...(shown.type === 'start' ? [] : [shown]),
    ...(first && !sameKey(shown, { type: 'solution', name: first.name })
      ? [{ type: 'solution', name: first.name } as const]
      : []),
  ];
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
      <Menu
        align="end"
        items={[
          ...origins.filter(({ type }) => type !== 'attempt').map((key) => from('solution', key)),
          { id: 'line', separator: true },
          ...origins.map((key) => from('attempt', key)),
        ]}
      >
        <Button size="sm" icon={<Plus />}>
          Add a design
        </Button>
      </Menu>
    </nav>
  );
}
