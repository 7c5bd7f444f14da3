import { Download, FlaskConical, FolderOpen, Link, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { EMPTY_DIAGRAM } from '../../../model/diagram';
import type { MenuItem } from '../../../kit/menu-item';
import { useSession } from '../../../store/use-session';
import { useBench } from '../bench';
import { WorkBanner } from '../later';
import { auditItem, helpItems, templateItems, themeItem } from '../menu-items';
import type { WorkBannerProps } from '../WorkBanner';
import { Workbench, type CommonWays, type WorkbenchProps } from '../Workbench';
import { DrawingForm } from './DrawingForm';
import { FirstSteps, type Example } from './FirstSteps';
import { LinkDialog, type LinkDesk } from './LinkDialog';
import type { Account } from '../../../model/account';

interface Props
  extends
    Pick<WorkbenchProps, 'dark' | 'homeHref' | 'onTheme' | 'desk' | 'templateFiles' | 'places'>,
    Pick<WorkBannerProps, 'otherTab'> {
  readonly onName: (name: string) => void;
  readonly onAccount: (account: Account) => void;
  readonly examples: () => Promise<readonly Example[]>;
  readonly onExample: (id: string) => void;
  readonly onExport: () => void;
  readonly onOpenFile: () => void;
  readonly link: LinkDesk;
}

/** A free canvas: every kind, every panel, and nothing that is asked for. Stands inside a `SessionProvider`. */
export function SandboxMode(props: Props) {
  const actions = useSession((state) => state.actions);
  const bench = useBench();
  const [linking, setLinking] = useState(false);
  const items = (common: CommonWays): readonly MenuItem[] => [
    ...(common.narrow ? [themeItem(common)] : []),
    auditItem(common),
    { id: 'export', label: 'Save to a file', icon: <Download />, onSelect: props.onExport },
    {
      id: 'open',
      label: 'Open a saved file',
      detail: 'A drawing, or work on a scenario; replaces the drawing',
      icon: <FolderOpen />,
      onSelect: props.onOpenFile,
    },
    ...templateItems(common),
    {
      id: 'link',
      label: 'Share a link',
      detail: 'It holds the drawing itself',
      icon: <Link />,
      onSelect: () => setLinking(true),
    },
    ...helpItems(common),
    { id: 'line', separator: true },
    {
      id: 'clear',
      label: 'Empty the canvas',
      detail: 'Can be undone',
      icon: <Trash2 />,
      danger: true,
      onSelect: () => actions.load(EMPTY_DIAGRAM, 'The canvas is empty. Undo brings your drawing back.'),
    },
  ];
  return (
    <Workbench
      {...props}
      bench={bench}
      homeWords="drawings of the sandbox"
      first={{
        label: 'Drawing',
        icon: FlaskConical,
        content: <DrawingForm onName={props.onName} onAccount={props.onAccount} />,
      }}
      menu={(common) => Promise.resolve(items(common))}
      above={
        <Suspense fallback={null}>
          {props.otherTab ? <WorkBanner restored={undefined} otherTab={props.otherTab} what="drawing" /> : null}
        </Suspense>
      }
      renderEmpty={(common) => (
        <FirstSteps examples={props.examples} onExample={props.onExample} onTemplate={common.onImportTemplate} />
      )}
    >
      {linking ? <LinkDialog desk={props.link} onClose={() => setLinking(false)} /> : null}
    </Workbench>
  );
}
