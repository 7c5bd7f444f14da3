import { Check, X } from 'lucide-react';
import type { BoardRow, NamedHandIn } from '../../game/hand-in';
import { Hidden } from '../../kit/Hidden';
import styles from './board.module.css';

interface Props {
  readonly rows: readonly BoardRow[];
  /** only those that can be read. */
  readonly handIns: readonly NamedHandIn[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

/** What was asked, down; who was asked, across. The darker the last column, the fewer have it. */
export function HeatMap({ rows, handIns, chosen, onChoose }: Props) {
  if (handIns.length === 0) return null;
  return (
    <div className={styles.frame} tabIndex={0} role="group" aria-label="Heat map, can be scrolled">
      <table className={styles.heat}>
        <caption>
          <Hidden>Goals by hand-in</Hidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">Goal</th>
            {handIns.map(({ id, name }) => (
              <th key={id} scope="col" data-chosen={id === chosen || undefined}>
                <button
                  type="button"
                  aria-pressed={id === chosen}
                  onClick={() => onChoose(id === chosen ? undefined : id)}
                >
                  {name}
                </button>
              </th>
            ))}
            <th scope="col">Have it</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, cells, met }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              {handIns.map((one) => {
                const cell = cells.get(one.id);
                return (
                  <td
                    key={one.id}
                    data-met={cell?.met}
                    data-chosen={one.id === chosen || undefined}
                    title={cell?.reasons[0]}
                  >
                    {cell?.met ? <Check aria-label="Met" /> : <X aria-label="Not met" />}
                  </td>
                );
              })}
              <td
                className={styles.share}
                style={{
                  background: `color-mix(in oklab, var(--bad-soft) ${(1 - met / handIns.length) * 100}%, transparent)`,
                }}
              >
                {met} of {handIns.length}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Points</th>
            {handIns.map((one) => (
              <td key={one.id} data-chosen={one.id === chosen || undefined}>
                {one.result === 'unreadable' ? '' : one.grade.earned}
              </td>
            ))}
            <td>of {handIns[0]?.result === 'unreadable' ? '' : handIns[0]?.grade.possible}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
