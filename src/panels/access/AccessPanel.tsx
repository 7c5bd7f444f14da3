import { Check, KeyRound, X } from 'lucide-react';
import { useMemo } from 'react';
import type { Facts } from '../../engine/facts';
import { type Access, whatCan, whoCan } from '../../engine/who-can';
import { EmptyState } from '../../kit/EmptyState';
import type { NodeId } from '../../model/diagram';
import type { Session } from '../../store/state';
import { useFacts, useSession } from '../../store/use-session';
import styles from './access.module.css';

/** Who can do what: to the selected resource, or, when a role or a user is selected, with it. */
export function AccessPanel() {
  const facts = useFacts();
  const catalog = useSession((state) => state.catalog);
  const selected = useSession((state) => (state.selection.length === 1 ? state.selection[0] : undefined));
  const table = useMemo(
    () => (selected === undefined ? undefined : tableOf(facts, catalog, selected)),
    [facts, catalog, selected],
  );
  if (!table) {
    return (
      <EmptyState icon={<KeyRound />} title="Who can do what">
        Select a resource to see which roles and users can do what to it, or a role to see all that it can do.
      </EmptyState>
    );
  }
  if (table.rows.length === 0) {
    return (
      <EmptyState icon={<KeyRound />} title={`Nothing to ask of ${table.name}`}>
        {table.why}
      </EmptyState>
    );
  }
  return (
    <div className={styles.panel}>
      <p className={styles.lead}>{table.lead} Choose a cell to see why.</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{table.first}</th>
            <th scope="col">Can</th>
            <th scope="col">Cannot</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.name}
                <small>{row.kind}</small>
              </th>
              <td>
                <Cells accesses={row.accesses.filter(({ request }) => request.trace.allowed)} />
              </td>
              <td>
                <Cells accesses={row.accesses.filter(({ request }) => !request.trace.allowed)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ accesses }: { readonly accesses: readonly Access[] }) {
  const actions = useSession((state) => state.actions);
  if (accesses.length === 0) return <span className={styles.none}>nothing</span>;
  return (
    <ul className={styles.cells}>
      {accesses.map(({ operation, request }) => (
        <li key={`${operation.action} ${operation.resource}`}>
          <button
            type="button"
            data-allowed={request.trace.allowed}
            title={operation.resource}
            onClick={() => {
              actions.play(request.trace);
              actions.showDock('trace');
            }}
          >
            {request.trace.allowed ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
            {operation.action}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface Row {
  readonly id: NodeId;
  readonly name: string;
  readonly kind: string;
  readonly accesses: readonly Access[];
}

function tableOf(facts: Facts, catalog: Session['catalog'], selected: NodeId) {
  const name = facts.node(selected)?.name ?? selected;
  const rowsBy = (accesses: readonly Access[], side: 'principal' | 'target'): Row[] =>
    [...new Set(accesses.map((access) => access[side]))].map((id) => {
      const node = facts.node(id);
      const own = accesses.filter((access) => access[side] === id);
      return { id, name: node?.name ?? id, kind: (node && catalog.get(node.kind)?.title) ?? '', accesses: own };
    });
  if (facts.principals.has(selected)) {
    return {
      name,
      first: 'Resource',
      lead: `What ${name} can do, from the place where the drawing lets it work.`,
      why: 'No drawn resource can be asked anything.',
      rows: rowsBy(whatCan(facts, selected), 'target'),
    };
  }
  return {
    name,
    first: 'Role or user',
    lead: `Who can do what to ${name}, from the place where the drawing lets them work.`,
    why:
      facts.operationsOf(selected).length === 0
        ? 'Nobody calls it; it has no actions of its own.'
        : 'No role or user is drawn.',
    rows: rowsBy(whoCan(facts, selected), 'principal'),
  };
}
