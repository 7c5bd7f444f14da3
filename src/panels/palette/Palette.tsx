import { BellRing, BrainCircuit, Database, Eye, Fingerprint, KeyRound, Network, Search, Users } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import { CATEGORIES } from '../../catalog/kind';
import type { Category } from '../../catalog/kind';
import { EmptyState } from '../../kit/EmptyState';
import { Hidden } from '../../kit/Hidden';
import { TextInput } from '../../kit/TextInput';
import { tooltip } from '../../kit/tooltip';
import { useTabs } from '../../kit/use-tabs';
import { useSession } from '../../store/use-session';
import { paletteOf } from './palette-groups';
import type { PaletteGroup } from './palette-groups';
import { PaletteEntry } from './PaletteEntry';
import styles from './palette.module.css';

const ICONS: Readonly<Record<Category, LucideIcon>> = {
  network: Network,
  identity: Fingerprint,
  keys: KeyRound,
  data: Database,
  ml: BrainCircuit,
  watch: Eye,
  respond: BellRing,
  actors: Users,
};

interface Props {
  readonly category: Category;
  readonly onCategory: (category: Category) => void;
}

/** Everything that can be placed: one category at a time, or whatever a search finds. */
export function Palette({ category, onCategory }: Props) {
  const catalog = useSession((state) => state.catalog);
  const allowed = useSession((state) => state.scenario.allowedKinds);
  const [query, setQuery] = useState('');
  const all = useMemo(() => paletteOf(catalog, allowed, ''), [catalog, allowed]);
  const found = useMemo(() => paletteOf(catalog, allowed, query), [catalog, allowed, query]);
  const searching = query.trim() !== '';
  // A drawer that this scenario has nothing in is not there.
  const open = all.some((group) => group.category === category) ? category : all[0]?.category;
  const count = found.reduce((sum, group) => sum + group.items.length, 0);
  const tabs = useTabs({
    ids: all.map((group) => group.category),
    value: open ?? category,
    onChange: (value) => onCategory(value as Category),
    orientation: 'vertical',
  });
  return (
    <section className={styles.palette} aria-label="Palette">
      <div className={styles.search}>
        <TextInput
          type="search"
          aria-label="Search the palette"
          placeholder="Search resources"
          icon={<Search />}
          value={query}
          onChange={setQuery}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setQuery('');
          }}
        />
      </div>
      {searching ? (
        <div className={styles.list}>
          <Hidden live>{count === 1 ? '1 resource found' : `${count} resources found`}</Hidden>
          {found.map((group) => (
            <Group key={group.category} group={group} />
          ))}
          {count === 0 ? (
            <EmptyState title="Nothing fits" icon={<Search />}>
              Try a service name such as “endpoint”, “key” or “bucket”.
            </EmptyState>
          ) : null}
        </div>
      ) : (
        <div className={styles.tabs}>
          <div className={styles.rail} aria-label="Categories" {...tabs.list}>
            {all.map((group) => {
              const Icon = ICONS[group.category];
              // The digit stays with the drawer, whatever drawers a scenario has.
              const digit = CATEGORIES.indexOf(group.category) + 1;
              return (
                <button
                  key={group.category}
                  {...tooltip(group.title, 'right', String(digit))}
                  {...tabs.tab(group.category)}
                  className={styles.tab}
                  data-category={group.category}
                  aria-label={group.title}
                >
                  <Icon aria-hidden="true" />
                  <span className={styles.digit} aria-hidden="true">
                    {digit}
                  </span>
                </button>
              );
            })}
          </div>
          {all.map((group) => (
            <div key={group.category} className={styles.list} {...tabs.panel(group.category)} tabIndex={-1}>
              {group.category === open ? <Group group={group} /> : null}
            </div>
          ))}
        </div>
      )}
      <p className={styles.how}>Drag onto the canvas, or click and then click a place. Enter adds to the selection.</p>
    </section>
  );
}

function Group({ group }: { readonly group: PaletteGroup }) {
  return (
    <div className={styles.group} data-category={group.category}>
      <h2>{group.title}</h2>
      <ul>
        {group.items.map((item) => (
          <PaletteEntry key={item.kind.id} item={item} />
        ))}
      </ul>
    </div>
  );
}
