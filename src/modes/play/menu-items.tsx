import {
  BookOpenText,
  ClipboardCheck,
  Command,
  Download,
  FileDown,
  FileUp,
  FlaskConical,
  FolderOpen,
  Keyboard,
  Moon,
  Presentation,
  RotateCcw,
  Send,
  Sun,
} from 'lucide-react';
import type { MenuItem } from '../../kit/menu-item';
import type { CommonWays } from './Workbench';

/** What stands in the bar where it is wide enough. */
export function themeItem({ dark, onTheme }: Pick<CommonWays, 'dark' | 'onTheme'>): MenuItem {
  const icon = dark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />;
  return { id: 'theme', label: dark ? 'Light theme' : 'Dark theme', icon, onSelect: onTheme };
}

export function auditItem({ onAudit }: CommonWays): MenuItem {
  return {
    id: 'audit',
    label: 'Audit',
    detail: 'Your design against PCI DSS, HIPAA, GDPR and others',
    icon: <ClipboardCheck />,
    onSelect: onAudit,
  };
}

export function templateItems({ onExportTemplate, onImportTemplate }: CommonWays): readonly MenuItem[] {
  return [
    { id: 'export-template', label: 'Export to CloudFormation', icon: <FileDown />, onSelect: onExportTemplate },
    {
      id: 'import-template',
      label: 'Import from CloudFormation',
      detail: 'YAML or JSON; replaces the drawing',
      icon: <FileUp />,
      onSelect: onImportTemplate,
    },
  ];
}

export function helpItems({ onCommands, onHelp }: CommonWays): readonly MenuItem[] {
  return [
    { id: 'commands', label: 'All commands', icon: <Command />, shortcut: 'Mod+K', onSelect: onCommands },
    { id: 'help', label: 'Keyboard shortcuts', icon: <Keyboard />, shortcut: '?', onSelect: onHelp },
  ];
}

export interface PlayWays extends CommonWays {
  readonly onBrief: () => void;
  readonly onHandIn?: (() => void) | undefined;
  readonly onExport: () => void;
  readonly onOpenFile: () => void;
  readonly onSandbox?: (() => void) | undefined;
  readonly onTeach?: (() => void) | undefined;
  readonly onRestart: () => void;
  /** something is still to be foretold: the sandbox would tell it. */
  readonly predicting: boolean;
}

/** The menu of play mode. */
export function playItems(ways: PlayWays): readonly MenuItem[] {
  const { narrow, predicting, onHandIn, onSandbox, onTeach } = ways;
  return [
    ...(narrow
      ? [{ id: 'brief', label: 'Brief', icon: <BookOpenText />, onSelect: ways.onBrief }, themeItem(ways)]
      : []),
    auditItem(ways),
    ...(onHandIn
      ? [
          {
            id: 'hand-in',
            label: 'Hand in',
            detail: 'To your teacher, as a link or a file',
            icon: <Send />,
            onSelect: onHandIn,
          },
        ]
      : []),
    {
      id: 'export',
      label: 'Save to a file',
      detail: 'Your work in this scenario',
      icon: <Download />,
      onSelect: ways.onExport,
    },
    { id: 'open', label: 'Open a saved file', icon: <FolderOpen />, onSelect: ways.onOpenFile },
    ...templateItems(ways),
    ...(onSandbox
      ? [
          {
            id: 'sandbox',
            label: 'Try this drawing in the sandbox',
            detail: predicting ? 'Once everything is foretold' : 'A copy, without goals; this one stays as it is',
            icon: <FlaskConical />,
            disabled: predicting,
            onSelect: onSandbox,
          },
        ]
      : []),
    ...(onTeach
      ? [
          {
            id: 'teach',
            label: 'Teach with it',
            detail: 'Console for you, stage for the projector',
            icon: <Presentation />,
            onSelect: onTeach,
          },
        ]
      : []),
    ...helpItems(ways),
    { id: 'line', separator: true },
    {
      id: 'restart',
      label: 'Start again',
      detail: 'Can be undone',
      icon: <RotateCcw />,
      danger: true,
      onSelect: ways.onRestart,
    },
  ];
}
