import { CircleCheck, CircleX, Play } from 'lucide-react';
import { useState } from 'react';
import { withWords, designOf, type DesignKey } from '../../game/author/designs';
import type { Missing } from '../../game/author/checklist';
import type { Gap, Proof, ProofStep } from '../../game/proof/contract';
import { count, dollars } from '../../game/words';
import { Badge } from '../../kit/Badge';
import { Button } from '../../kit/Button';
import { EmptyState } from '../../kit/EmptyState';
import { TextInput } from '../../kit/TextInput';
import type { Scenario } from '../../model/scenario';
import { useAuthor, useAuthorStore } from '../../store/use-author';
import { partWords } from './Checklist';
import { RunControls } from './RunControls';
import type { Running } from './use-steps';
import proofStyles from './proof.module.css';
import styles from './views.module.css';

interface Props {
  readonly run: Running<ProofStep, Proof>;
  /** of this very draft; a proof of an older one is shown as such. */
  readonly isCurrent: boolean;
  readonly scenario: Scenario;
  readonly onProve: () => void;
  readonly onGo: (missing: Pick<Missing, 'part' | 'path'>) => void;
  /** shows a design with what decides one requirement. */
  readonly onCell: (design: DesignKey, requirement: string) => void;
}

/** The proof that the command line and CI run: every design against every requirement, and every part taken away. */
export function ProveView({ run, isCurrent, scenario, onProve, onGo, onCell }: Props) {
  const running = run.state === 'running';
  const proof = run.result;
  const gaps = proof?.claims.flatMap((claim) => claim.gaps) ?? [];
  const idle = gaps.filter(({ code }) => code === 'idle-part');
  const others = gaps.filter(({ code }) => code !== 'idle-part');
  return (
    <div className={styles.prove}>
      <RunControls
        run={run}
        label="Proof"
        status={
          <p role="status" className={proofStyles.verdict} data-proven={(proof?.proven && isCurrent) || undefined}>
            {statusOf(run, isCurrent, gaps.length)}
          </p>
        }
      >
        <Button variant="primary" icon={<Play />} disabled={running} onClick={onProve}>
          {proof ? 'Prove again' : 'Prove'}
        </Button>
      </RunControls>
      {proof ? (
        <>
          <Matrix proof={proof} scenario={scenario} onCell={onCell} />
          {idle.length > 0 ? <IdleParts gaps={idle} onGo={onGo} /> : null}
          {others.length > 0 ? (
            <section className={styles.section} aria-label="Gaps">
              <h2>What stands between it and its proof</h2>
              <ul className={styles.defects}>
                {others.map((gap, at) => (
                  <li key={at}>
                    <GapButton gap={gap} onGo={onGo} />
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </>
      ) : running ? null : (
        <EmptyState title="Not proven yet">
          A proven scenario cannot be won without what it teaches: every requirement is missed by an attempt, and every
          part of a solution is needed.
        </EmptyState>
      )}
    </div>
  );
}

function statusOf({ state, step, result }: Props['run'], isCurrent: boolean, gaps: number): string {
  if (state === 'running') return `${step?.done ?? 0} of ${step?.total ?? '…'}: ${step?.what ?? 'reading'}`;
  if (state === 'cancelled') return 'Stopped.';
  if (!result) return 'Judges every design, and takes every part of every solution away, one at a time.';
  if (!isCurrent) return 'The scenario has changed since this proof.';
  return result.proven ? 'Proven. Every claim holds.' : `Not proven: ${count(gaps, 'gap')}.`;
}

function GapButton({ gap, onGo }: { readonly gap: Gap; readonly onGo: Props['onGo'] }) {
  return (
    <button type="button" className={styles.missing} onClick={() => onGo(gap)}>
      <code>{partWords(gap)}</code>
      <span>{gap.reason}</span>
      <small>{gap.remedy}</small>
    </button>
  );
}

const TYPES = { start: 'Start', solution: 'Solution', attempt: 'Attempt' } as const;

function Matrix({ proof, scenario, onCell }: Pick<Props, 'scenario' | 'onCell'> & { readonly proof: Proof }) {
  const titles = new Map(scenario.requirements.map(({ id, title }) => [id, title]));
  const requirements = proof.matrix[0]?.cells.map(({ requirement }) => requirement) ?? [];
  return (
    <section className={styles.section} aria-label="Matrix">
      <h2>Requirements and designs</h2>
      <div className={proofStyles.scroll} tabIndex={0} role="region" aria-label="Requirements against designs">
        <table className={proofStyles.matrix}>
          <thead>
            <tr>
              <th scope="col">Design</th>
              {requirements.map((id) => (
                <th key={id} scope="col">
                  {titles.get(id) ?? id}
                </th>
              ))}
              <th scope="col">Points</th>
              <th scope="col">A month</th>
            </tr>
          </thead>
          <tbody>
            {proof.matrix.map((row) => (
              <tr key={`${row.type} ${row.name}`}>
                <th scope="row">
                  <small>{TYPES[row.type]}</small>
                  {row.type === 'start' ? null : row.title || row.name}
                </th>
                {row.cells.map((cell) => (
                  <td key={cell.requirement}>
                    <button
                      type="button"
                      className={proofStyles.cell}
                      data-met={cell.met || undefined}
                      data-wrong={cell.asSaid ? undefined : ''}
                      title={cell.reasons.join(' ') || 'Met.'}
                      onClick={() => onCell({ type: row.type, name: row.name }, cell.requirement)}
                    >
                      {cell.met ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
                      <span>{`${cell.met ? 'met' : 'missed'}${cell.asSaid ? '' : ', not as said'}`}</span>
                    </button>
                  </td>
                ))}
                <td>{row.earned}</td>
                <td>{dollars(row.monthly)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.help}>
        {Object.entries(proof.ablated)
          .map(([name, parts]) => `${name}: ${count(parts, 'part')} taken away, one at a time.`)
          .join(' ')}
      </p>
    </section>
  );
}

/** Parts whose loss costs nothing: take them out, ask for them, or say why they are there. */
function IdleParts({ gaps, onGo }: { readonly gaps: readonly Gap[]; readonly onGo: Props['onGo'] }) {
  return (
    <section className={styles.section} aria-label="Parts that are not needed">
      <h2>
        Parts that no requirement needs <Badge tone="warn">{gaps.length}</Badge>
      </h2>
      <p className={styles.help}>
        A player could leave them out. Take them out, let a requirement ask for them, or write why they are there: then
        they count as decoration.
      </p>
      <ul className={proofStyles.idle}>
        {gaps.map((gap) => (
          <IdlePart key={`${gap.part.name} ${gap.place}`} gap={gap} onGo={onGo} />
        ))}
      </ul>
    </section>
  );
}

function IdlePart({ gap, onGo }: { readonly gap: Gap; readonly onGo: Props['onGo'] }) {
  const store = useAuthorStore();
  const [reason, setReason] = useState('');
  const [, , node, , field] = gap.path;
  const key: DesignKey = { type: 'solution', name: gap.part.name };
  const design = useAuthor((state) => designOf(state.draft, key));
  const decoration = design && 'decoration' in design ? design.decoration : [];
  const what = [node, field].filter((one) => one !== undefined).join('.');
  const written = decoration.some((one) => one.node === node && one.field === field);
  const write = (): void => {
    if (typeof node !== 'string' || reason.trim() === '') return;
    const entry = { node, ...(typeof field === 'string' ? { field } : {}), reason: reason.trim() };
    store.getState().actions.edit((draft) => {
      const now = designOf(draft, key);
      return withWords(draft, key, { decoration: [...(now && 'decoration' in now ? now.decoration : []), entry] });
    });
  };
  return (
    <li>
      <GapButton gap={gap} onGo={onGo} />
      {written ? (
        <Badge>Decoration</Badge>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            write();
          }}
        >
          <TextInput
            fieldSize="sm"
            aria-label={`Why ${what} is there`}
            placeholder="Why it is there"
            maxLength={200}
            value={reason}
            onChange={setReason}
          />
          <Button size="sm" type="submit" disabled={reason.trim() === ''}>
            Decoration
          </Button>
        </form>
      )}
    </li>
  );
}
