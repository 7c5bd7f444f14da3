import { FileDown, FilePlus, Inbox, Link2, Trash2 } from 'lucide-react';
import { useMemo, useState, type DragEvent } from 'react';
import { alias, boardOf, gradesAsCsv, lineOf, mistakesOf, type NamedHandIn } from '../../game/hand-in';
import { pick } from '../../game/classroom';
import { Button } from '../../kit/Button';
import { EmptyState } from '../../kit/EmptyState';
import { Field } from '../../kit/Field';
import { Switch } from '../../kit/Switch';
import { TextInput } from '../../kit/TextInput';
import type { Room } from '../../model/classroom';
import { useSession } from '../../store/use-session';
import { useBoard, type BoardDesk } from './board-desk';
import { BoardDetail } from './BoardDetail';
import type { ConsoleDesk } from './desk';
import { Discuss } from './Discuss';
import { HeatMap } from './HeatMap';
import { Mistakes } from './Mistakes';
import styles from './board.module.css';

interface Props {
  readonly board: BoardDesk;
  readonly desk: ConsoleDesk;
  readonly room: Room;
  /** a design is on the canvas now. */
  readonly onPresented: () => void;
}

/** Everybody's design against everything that was asked. */
export function ClassBoard({ board, desk, room, onPresented }: Props) {
  const { handIns, waiting, said } = useBoard(board);
  const scenario = useSession((state) => state.scenario);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [over, setOver] = useState(false);
  const shown = useMemo(() => {
    const readable = handIns.filter((one) => one.result !== 'unreadable');
    const names = new Map(readable.map(({ id }, at) => [id, alias(at)]));
    return handIns.map((one): NamedHandIn => ({ ...one, name: (room.anonymous && names.get(one.id)) || one.name }));
  }, [handIns, room.anonymous]);
  const rows = useMemo(() => boardOf(shown, scenario), [shown, scenario]);
  const mistakes = useMemo(() => mistakesOf(rows), [rows]);
  const unreadable = shown.filter((one) => one.result === 'unreadable');
  const readable = shown.filter((one) => one.result !== 'unreadable');
  const selected = readable.find(({ id }) => id === chosen);
  const present = (id: string): void => {
    const one = shown.find((other) => other.id === id);
    if (!one || one.result === 'unreadable') return;
    desk.present(one.name, one.handIn.diagram);
    onPresented();
  };
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      board.take([...event.dataTransfer.files]);
    },
  };
  return (
    <section className={styles.board} aria-label="Class board" data-over={over || undefined} {...drop}>
      <Tools
        board={board}
        room={room}
        desk={desk}
        some={handIns.length > 0}
        csv={() => gradesAsCsv(scenario, shown.map(lineOf))}
        file={`${scenario.id}-grades.csv`}
      />
      <p className={styles.said} role="status">
        {waiting > 0 ? `Judging, ${waiting} to go.` : said}
      </p>
      {handIns.length === 0 ? (
        <EmptyState icon={<Inbox />} title="Nothing was handed in yet">
          In play, “Hand in” makes a file or a link. Drop the files here, all at once, or paste the links.
        </EmptyState>
      ) : (
        <>
          <Discuss
            picked={readable.filter(({ id }) => room.picked.includes(id))}
            onPresent={present}
            onDrop={(id) => desk.change((now) => pick(now, id))}
          />
          <HeatMap rows={rows} handIns={readable} chosen={selected?.id} onChoose={setChosen} />
          {selected ? (
            <BoardDetail
              handIn={selected}
              rows={rows}
              picked={room.picked.includes(selected.id)}
              onPick={() => desk.change((now) => pick(now, selected.id))}
              onPresent={() => present(selected.id)}
              onRemove={() => board.remove(selected.id)}
            />
          ) : null}
          <Mistakes mistakes={mistakes} handIns={readable} onChoose={setChosen} />
          {unreadable.length > 0 ? <Unreadable handIns={unreadable} onRemove={board.remove} /> : null}
        </>
      )}
    </section>
  );
}

interface ToolsProps {
  readonly board: BoardDesk;
  readonly room: Room;
  readonly desk: ConsoleDesk;
  readonly some: boolean;
  readonly csv: () => string;
  readonly file: string;
}

function Tools({ board, room, desk, some, csv, file }: ToolsProps) {
  const [links, setLinks] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <div className={styles.tools}>
      <Button size="sm" icon={<FilePlus />} onClick={board.choose}>
        Add files
      </Button>
      <form
        className={styles.links}
        onSubmit={(event) => {
          event.preventDefault();
          board.takeLinks(links);
          setLinks('');
        }}
      >
        <TextInput
          aria-label="Links of hand-ins"
          placeholder="Paste one link or many"
          fieldSize="sm"
          value={links}
          onChange={setLinks}
        />
        <Button size="sm" type="submit" icon={<Link2 />} disabled={links.trim() === ''}>
          Add links
        </Button>
      </form>
      <Field label="Anonymous" inline className={styles.anonymous}>
        <Switch checked={room.anonymous} onChange={(anonymous) => desk.change((now) => ({ ...now, anonymous }))} />
      </Field>
      <Button size="sm" icon={<FileDown />} disabled={!some} onClick={() => board.download(file, csv())}>
        Grades as CSV
      </Button>
      {asked ? (
        <>
          <Button
            size="sm"
            variant="danger"
            onClick={() => {
              board.clear();
              setAsked(false);
            }}
          >
            Remove all for good
          </Button>
          <Button size="sm" onClick={() => setAsked(false)}>
            Keep them
          </Button>
        </>
      ) : (
        <Button size="sm" icon={<Trash2 />} disabled={!some} onClick={() => setAsked(true)}>
          Remove all
        </Button>
      )}
    </div>
  );
}

interface UnreadableProps {
  readonly handIns: readonly NamedHandIn[];
  readonly onRemove: (id: string) => void;
}

function Unreadable({ handIns, onRemove }: UnreadableProps) {
  return (
    <section className={styles.part} aria-label="Cannot be read">
      <h2>Cannot be read</h2>
      <ul className={styles.problems}>
        {handIns.map((one) => (
          <li key={one.id}>
            <strong>{one.name}</strong>
            {(one.result === 'unreadable' ? one.problems : []).slice(0, 3).map((problem, at) => (
              <p key={at}>
                {problem.place === '' ? null : <code>{problem.place}</code>}
                {problem.line === undefined ? '' : ` line ${problem.line}:`} {problem.reason} {problem.remedy}
              </p>
            ))}
            <Button size="sm" aria-label={`Take off the board: ${one.name}`} onClick={() => onRemove(one.id)}>
              Take off the board
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
