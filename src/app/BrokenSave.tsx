import { Button } from '../kit/Button';
import { Dialog } from '../kit/Dialog';
import type { FileProblem } from '../model/read-json';
import { ProblemList } from './ProblemList';

interface Props {
  readonly problems: readonly FileProblem[];
  readonly onDownload: () => void;
  readonly onClose: () => void;
}

/** Kept work that cannot be read any more: why, and the way to have it as it is. */
export function BrokenSave({ problems, onDownload, onClose }: Props) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Your earlier work cannot be read"
      description="It is not lost: it was put aside in this browser. You can download it as it is."
      footer={
        <>
          <Button onClick={onDownload}>Download it</Button>
          <Button variant="primary" onClick={onClose}>
            Start the scenario
          </Button>
        </>
      }
    >
      <ProblemList problems={problems} />
    </Dialog>
  );
}
