import { useEffect, useState } from 'react';
import { nodeOf } from '../game/tree';
import { Button } from '../kit/Button';
import { Popover } from '../kit/Popover';
import { useSessionStore } from '../store/use-session';
import css from './connect.module.css';
import type { Connecting } from './use-connect';

/** Asks which connection was meant, where an edge was released and several are possible. */
export function Chooser({ connecting }: { readonly connecting: Connecting }) {
  const session = useSessionStore();
  // Open one moment later: the release of the pointer that chose the target must not close it again.
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOpen(true), 0);
    return () => clearTimeout(timer);
  }, []);
  const { choice, choose } = connecting;
  if (!choice) return null;
  const { diagram } = session.getState();
  const name = (id: string) => nodeOf(diagram, id)?.name ?? id;
  return (
    <Popover
      label="Which connection"
      open={open}
      onOpenChange={(next) => {
        if (!next) choose(undefined);
      }}
      trigger={<span className={css.anchor} style={{ left: choice.at.x, top: choice.at.y }} aria-hidden="true" />}
    >
      <p className={css.question}>Which connection?</p>
      <div className={css.options}>
        {choice.connections.map((one) => (
          <Button
            key={`${one.from} ${one.link.field} ${one.to}`}
            variant="ghost"
            wide
            className={css.option}
            onClick={() => choose(one)}
          >
            {name(one.from)} <strong>{one.link.label}</strong> {name(one.to)}
          </Button>
        ))}
      </div>
    </Popover>
  );
}
