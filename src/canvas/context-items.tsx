import type { ReactFlowInstance } from '@xyflow/react';
import { Copy, Link2, ScanSearch, Trash2 } from 'lucide-react';
import type { MenuItem } from '../kit/menu-item';
import type { Session } from '../store/state';
import { glide } from './pointer';
import type { FlowEdge, FlowNode } from './to-flow';
import type { Connecting } from './use-connect';
import { duplicate } from './clip';
import { removeSelected } from './remove-selected';

interface Around {
  readonly connecting: Connecting;
  readonly flow: ReactFlowInstance<FlowNode, FlowEdge>;
  readonly selectedEdge: FlowEdge | undefined;
}

/** The menu of a right click. It speaks of the selection of the moment in which it is used. */
export function contextItems(now: () => Session, { connecting, flow, selectedEdge }: Around): MenuItem[] {
  return [
    {
      id: 'connect',
      label: 'Connect',
      icon: <Link2 />,
      shortcut: 'C',
      onSelect: () => {
        const [from] = now().selection;
        if (from !== undefined) connecting.begin(from, 'mode');
      },
    },
    { id: 'duplicate', label: 'Duplicate', icon: <Copy />, shortcut: 'Mod+D', onSelect: () => duplicate(now()) },
    {
      id: 'zoom',
      label: 'Zoom to the selection',
      icon: <ScanSearch />,
      shortcut: 'Shift+2',
      onSelect: () => {
        const nodes = now().selection.map((id) => ({ id }));
        void flow.fitView({ nodes, padding: 0.3, maxZoom: 1.25, duration: glide() });
      },
    },
    { id: 'line', separator: true },
    {
      id: 'remove',
      label: selectedEdge ? 'Remove the connection' : 'Remove',
      icon: <Trash2 />,
      shortcut: 'Delete',
      danger: true,
      onSelect: () => removeSelected(now(), selectedEdge),
    },
  ];
}
