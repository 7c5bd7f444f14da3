import { Lightbulb } from 'lucide-react';
import { look, spot } from '../../game/classroom';
import { Button } from '../../kit/Button';
import { Field } from '../../kit/Field';
import { Switch } from '../../kit/Switch';
import type { Room } from '../../model/classroom';
import { useSession } from '../../store/use-session';
import { ControlSection } from './ControlSection';
import type { ControlProps } from './desk';
import styles from './console.module.css';

interface Props extends ControlProps {
  /** the part of the drawing that this window shows. */
  readonly seen: () => Room['view'];
}

/** What the class looks at. */
export function ViewControls({ room, change, seen }: Props) {
  const [selected] = useSession((state) => state.selection);
  const nodes = useSession((state) => state.diagram.nodes);
  const nameOf = (id: string): string => nodes[id]?.name ?? id;
  return (
    <ControlSection title="On the stage">
      <Field label="Score" inline>
        <Switch checked={room.score} onChange={(score) => change((now) => ({ ...now, score }))} />
      </Field>
      <Field label="Pointer" inline help="The mouse on the canvas shows on the stage, and fades.">
        <Switch checked={room.pointing} onChange={(pointing) => change((now) => ({ ...now, pointing }))} />
      </Field>
      <Field label="Follow my view" inline help="The stage shows the part of the drawing that you see here.">
        <Switch
          checked={room.view !== undefined}
          onChange={(follow) => change((now) => look(now, follow ? seen() : undefined))}
        />
      </Field>
      <div className={styles.row}>
        <Button
          size="sm"
          icon={<Lightbulb />}
          disabled={selected === undefined || selected === room.spotlight}
          onClick={() => change((now) => spot(now, selected))}
        >
          {selected === undefined ? 'Spotlight: select something' : `Spotlight ${nameOf(selected)}`}
        </Button>
        {room.spotlight === undefined ? null : (
          <Button size="sm" onClick={() => change((now) => spot(now, undefined))}>
            Spotlight off
          </Button>
        )}
      </div>
    </ControlSection>
  );
}
