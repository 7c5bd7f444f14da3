import { useEffect, useRef, type PointerEvent } from 'react';
import Canvas from '../../canvas/Canvas';
import { seenIn, spotAt, watchView } from '../../canvas/where';
import { look } from '../../game/classroom';
import type { Room } from '../../model/classroom';
import { Notices } from '../../panels/notices/Notices';
import type { ConsoleDesk } from './desk';
import styles from './console.module.css';

/** Milliseconds: the view and the pointer are told at most so often. */
const PACE = { view: 200, pointer: 33 } as const;

interface Props {
  readonly desk: ConsoleDesk;
  readonly room: Room;
  readonly frame: React.RefObject<HTMLDivElement | null>;
}

/** The canvas as in play. Where the facilitator points, and what is in view, goes to the stage when that is asked for. */
export function ConsoleCanvas({ desk, room, frame }: Props) {
  const told = useRef(0);
  const follows = room.view !== undefined;
  useEffect(() => {
    if (!follows || !frame.current) return undefined;
    const { current } = frame;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = watchView(current, () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        desk.change((now) => (now.view ? look(now, seenIn(current)) : now));
      }, PACE.view);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [desk, follows, frame]);

  const onPointerMove = ({ clientX, clientY, timeStamp, currentTarget }: PointerEvent<HTMLDivElement>): void => {
    if (timeStamp - told.current < PACE.pointer) return;
    told.current = timeStamp;
    desk.point(spotAt(currentTarget, { x: clientX, y: clientY }));
  };
  return (
    <div
      ref={frame}
      className={styles.canvas}
      data-pane
      {...(room.pointing ? { onPointerMove, onPointerLeave: () => desk.point(undefined) } : {})}
    >
      <Canvas />
      <Notices />
    </div>
  );
}
