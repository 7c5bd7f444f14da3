import { Dialog } from '../../kit/Dialog';
import { Kbd } from '../../kit/Kbd';
import styles from './play.module.css';

const GROUPS: readonly { title: string; keys: readonly (readonly [keys: string, words: string])[] }[] = [
  {
    title: 'Everywhere',
    keys: [
      ['Mod+Z', 'Undo'],
      ['Mod+Shift+Z', 'Redo'],
      ['1', 'First category of the palette (up to 8)'],
      ['F6', 'Next part of the screen (with Shift: the one before)'],
      ['Mod+K', 'All commands: search what can be done, and do it'],
      ['?', 'This list'],
    ],
  },
  {
    title: 'Canvas',
    keys: [
      ['Enter', 'Select what has the focus'],
      ['C', 'Connect the selection: Tab chooses, Enter connects'],
      ['E', 'Next connection of the selection'],
      ['←', 'Move the selection (any arrow; with Shift further)'],
      ['Mod+D', 'Duplicate'],
      ['Mod+C', 'Copy; paste with V'],
      ['Delete', 'Delete'],
      ['Shift+1', 'Show everything'],
    ],
  },
  {
    title: 'Palette',
    keys: [['Enter', 'Add to the selected container, or where only one place is legal']],
  },
  {
    title: 'Trace',
    keys: [
      ['→', 'Next step'],
      ['←', 'Previous step'],
    ],
  },
  {
    title: 'Outline',
    keys: [
      ['↓', 'Next element'],
      ['→', 'Unfold'],
      ['F2', 'Rename'],
      ['Delete', 'Delete'],
    ],
  },
  {
    title: 'Policy editor',
    keys: [
      ['Tab', 'Indent'],
      ['Esc', 'Then Tab: leave the editor'],
    ],
  },
];

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function ShortcutsDialog({ open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts">
      <div className={styles.shortcuts}>
        {GROUPS.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(([keys, words]) => (
                <div key={words}>
                  <dt>
                    <Kbd keys={keys} />
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
