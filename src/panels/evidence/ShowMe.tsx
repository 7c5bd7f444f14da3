import { Play } from 'lucide-react';
import { Button } from '../../kit/Button';
import type { Trace } from '../../model/trace';
import { useActions } from '../../store/use-session';

/** Plays a trace on the canvas, with its steps beside it. */
export function ShowMe({ trace }: { readonly trace: Trace }) {
  const actions = useActions();
  return (
    <Button
      size="sm"
      variant="ghost"
      icon={<Play />}
      onClick={() => {
        actions.showDock('trace');
        actions.play(trace);
      }}
    >
      Show me
    </Button>
  );
}
