import { KindIcon } from '../../catalog/icons';
import { startPaletteDrag } from '../../canvas/palette-drag';
import { useSession, useSessionStore } from '../../store/use-session';
import { placeKind } from '../placing/place-kind';
import type { PaletteItem } from './palette-groups';
import styles from './palette.module.css';

/** One kind: drag it, click it and then a place, or press Enter. */
export function PaletteEntry({ item }: { readonly item: PaletteItem }) {
  const { kind, disabled } = item;
  const placing = useSession((state) => state.placing === kind.id);
  const store = useSessionStore();
  return (
    <li>
      <button
        type="button"
        className={styles.entry}
        data-kind={kind.id}
        data-category={kind.category}
        aria-pressed={placing}
        aria-disabled={disabled !== undefined}
        onPointerDown={(event) => {
          if (disabled === undefined && event.button === 0) startPaletteDrag(kind.id, event.nativeEvent);
        }}
        onClick={(event) => {
          const session = store.getState();
          if (disabled !== undefined) {
            session.actions.notify({ tone: 'refused', text: `${kind.title}: ${disabled.toLowerCase()}` });
          } else if (event.detail === 0) placeKind(session, kind.id);
          else session.actions.setPlacing(placing ? undefined : kind.id);
        }}
      >
        <span className={styles.icon}>
          <KindIcon kind={kind.id} />
        </span>
        <span className={styles.words}>
          <span className={styles.title}>{kind.title}</span>
          <span className={styles.summary} title={disabled ?? kind.summary}>
            {disabled ?? kind.summary}
          </span>
        </span>
      </button>
    </li>
  );
}
