import type { ReactNode } from 'react';
import { FoldButton } from './FoldButton';
import { ResizablePanel } from './ResizablePanel';
import { Tabs, type TabsProps } from './Tabs';
import css from './FoldingPanel.module.css';

/** Pixels: a panel with nothing but its tabs, the least that shows something, and the most. */
const FOLDED = 38;
const SMALLEST = 140;
const LARGEST = 560;

interface Props {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** height in pixels while it is open. */
  readonly size: number;
  readonly onSize: (size: number) => void;
  /** accessible name of the handle. */
  readonly label: string;
  /** `FoldingTabs`. */
  readonly children: ReactNode;
}

/** A panel at the bottom. It is one, open or folded: the focus stays on the tab that unfolds it. */
export function FoldingPanel({ open, onOpen, size, onSize, label, children }: Props) {
  return (
    <ResizablePanel
      side="bottom"
      size={open ? size : FOLDED}
      onSize={(next) => {
        onSize(Math.max(SMALLEST, next));
        onOpen(true);
      }}
      min={open ? SMALLEST : FOLDED}
      max={LARGEST}
      label={label}
    >
      {children}
    </ResizablePanel>
  );
}

interface FoldingTabsProps extends Pick<TabsProps, 'label' | 'value' | 'onChange' | 'items'> {
  /** the label as in a sentence: "the analysis". */
  readonly what: string;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** nothing folds it here. */
  readonly fixed?: boolean | undefined;
}

/** Tabs that unfold what is below them when one is chosen. */
export function FoldingTabs({ label, what, open, onOpen, fixed, value, onChange, items }: FoldingTabsProps) {
  return (
    <section
      className={css.tabs}
      data-pane
      data-open={open || undefined}
      aria-label={label}
      onClick={(event) => {
        // The chosen tab says nothing when it is chosen again, yet it must unfold the panel.
        if (!open && event.target instanceof Element && event.target.closest('[role="tab"]')) onOpen(true);
      }}
    >
      <Tabs
        label={label}
        value={value}
        onChange={(id) => {
          onChange(id);
          onOpen(true);
        }}
        items={items}
        actions={fixed ? undefined : <FoldButton what={what} open={open} onOpen={onOpen} />}
      />
    </section>
  );
}
