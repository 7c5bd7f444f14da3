import { ChevronDown, ChevronUp } from 'lucide-react';
import { IconButton } from './IconButton';

interface Props {
  /** `the analysis` */
  readonly what: string;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** Folds a panel below, and unfolds it. */
export function FoldButton({ what, open, onOpen }: Props) {
  return (
    <IconButton
      size="sm"
      side="top"
      label={open ? `Fold ${what}` : `Unfold ${what}`}
      icon={open ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
      onClick={() => onOpen(!open)}
    />
  );
}
