import { useReactFlow, useStore } from '@xyflow/react';
import {
  LayoutGrid,
  Map as MapIcon,
  Maximize,
  Minus,
  Plus,
  Redo2,
  ScanSearch,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import { useEffect } from 'react';
import { IconButton } from '../kit/IconButton';
import { useActions, useSession } from '../store/use-session';
import { FIT, glide } from './pointer';
import css from './toolbar.module.css';

/** What of the canvas a player may hide. The app may keep it. */
export interface CanvasView {
  readonly badges: boolean;
  readonly minimap: boolean;
}
export const DEFAULT_VIEW: CanvasView = { badges: true, minimap: true };

const NOT_LOADED = {
  tone: 'refused',
  text: 'This part of Perimeter did not load.',
  remedy: 'Check the connection and try again.',
} as const;

interface ToolbarProps {
  readonly view: CanvasView;
  readonly onView: (view: CanvasView) => void;
}

/** Undo and redo, the view, and tidying up. */
export function Toolbar({ view, onView }: ToolbarProps) {
  const flow = useReactFlow();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const actions = useActions();
  const canUndo = useSession((state) => state.canUndo);
  const canRedo = useSession((state) => state.canRedo);
  const selection = useSession((state) => state.selection);
  const empty = useSession((state) => Object.keys(state.diagram.nodes).length === 0);
  const fit = () => void flow.fitView({ ...FIT, duration: glide() });
  const tidyUp = async (): Promise<void> => {
    // Nobody tidies up an empty canvas: what places everything anew loads when it is asked for.
    const part = await import('./auto-layout').catch(() => undefined);
    if (!part) return actions.notify(NOT_LOADED);
    const outcome = actions.run(part.tidy);
    if (outcome.ok && outcome.patches.length > 0) setTimeout(fit, 60);
  };
  const loads = useSession((state) => state.loads);
  useEffect(() => {
    if (loads === 0) return;
    // The new nodes are measured first.
    const timer = setTimeout(() => void flow.fitView({ ...FIT, duration: glide() }), 60);
    return () => clearTimeout(timer);
  }, [loads, flow]);
  return (
    <div className={css.bar} role="toolbar" aria-label="Canvas">
      <IconButton
        label="Undo"
        shortcut="Mod+Z"
        side="top"
        icon={<Undo2 aria-hidden="true" />}
        disabled={!canUndo}
        onClick={actions.undo}
      />
      <IconButton
        label="Redo"
        shortcut="Mod+Shift+Z"
        side="top"
        icon={<Redo2 aria-hidden="true" />}
        disabled={!canRedo}
        onClick={actions.redo}
      />
      <span className={css.line} />
      <IconButton
        label="Zoom out"
        shortcut="-"
        side="top"
        icon={<Minus aria-hidden="true" />}
        onClick={() => void flow.zoomOut({ duration: glide() })}
      />
      <button
        type="button"
        className={css.zoom}
        aria-label={`Zoom ${zoom} %. Set to 100 %`}
        onClick={() => void flow.zoomTo(1, { duration: glide() })}
      >
        {zoom} %
      </button>
      <IconButton
        label="Zoom in"
        shortcut="+"
        side="top"
        icon={<Plus aria-hidden="true" />}
        onClick={() => void flow.zoomIn({ duration: glide() })}
      />
      <IconButton
        label="Fit everything"
        shortcut="Shift+1"
        side="top"
        icon={<Maximize aria-hidden="true" />}
        disabled={empty}
        onClick={fit}
      />
      <IconButton
        label="Zoom to the selection"
        shortcut="Shift+2"
        side="top"
        icon={<ScanSearch aria-hidden="true" />}
        disabled={selection.length === 0}
        onClick={() =>
          void flow.fitView({ nodes: selection.map((id) => ({ id })), padding: 0.3, maxZoom: 1.25, duration: glide() })
        }
      />
      <span className={css.line} />
      <IconButton
        label="Tidy up"
        side="top"
        icon={<LayoutGrid aria-hidden="true" />}
        disabled={empty}
        onClick={() => void tidyUp()}
      />
      <IconButton
        label="Problems on the canvas"
        side="top"
        icon={<TriangleAlert aria-hidden="true" />}
        pressed={view.badges}
        onClick={() => onView({ ...view, badges: !view.badges })}
      />
      <IconButton
        label="Minimap"
        side="top"
        icon={<MapIcon aria-hidden="true" />}
        pressed={view.minimap}
        onClick={() => onView({ ...view, minimap: !view.minimap })}
      />
    </div>
  );
}
