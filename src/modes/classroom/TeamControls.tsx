import { ArrowRight, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { addTeam, giveTurn, nextTurn, removeTeam } from '../../game/classroom';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { TextInput } from '../../kit/TextInput';
import { ROOM_LIMITS } from '../../model/classroom';
import { ControlSection } from './ControlSection';
import type { ControlProps } from './desk';
import styles from './console.module.css';

/** Names of the teams, and whose turn it is. */
export function TeamControls({ room, change }: ControlProps) {
  const [name, setName] = useState('');
  const add = (): void => {
    change((now) => addTeam(now, name));
    setName('');
  };
  return (
    <ControlSection
      title="Teams"
      aside={
        <Button
          size="sm"
          variant="ghost"
          icon={<ArrowRight />}
          disabled={room.teams.length === 0}
          onClick={() => change(nextTurn)}
        >
          Next turn
        </Button>
      }
    >
      <ul className={styles.teams}>
        {room.teams.map((team, at) => (
          <li key={team} data-turn={at === room.turn || undefined}>
            <button
              type="button"
              aria-pressed={at === room.turn}
              onClick={() => change((now) => giveTurn(now, at === now.turn ? undefined : at))}
            >
              {team}
              {at === room.turn ? <small>has the turn</small> : null}
            </button>
            <IconButton
              size="sm"
              label={`Remove ${team}`}
              icon={<X aria-hidden="true" />}
              onClick={() => change((now) => removeTeam(now, team))}
            />
          </li>
        ))}
      </ul>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextInput
          aria-label="Name of a team"
          placeholder="Name of a team"
          fieldSize="sm"
          maxLength={ROOM_LIMITS.teamName}
          value={name}
          onChange={setName}
        />
        <Button size="sm" type="submit" icon={<Plus />} disabled={name.trim() === ''}>
          Add
        </Button>
      </form>
    </ControlSection>
  );
}
