import { Button } from '../kit/Button';
import { Dialog } from '../kit/Dialog';
import type { FileProblem } from '../model/read-json';
import { ProblemList } from './ProblemList';

interface Props {
  readonly name: string;
  readonly problems: readonly FileProblem[];
  readonly onClose: () => void;
}

/** Why a file cannot be opened: place, reason and remedy of each defect. */
export function FileProblems({ name, problems, onClose }: Props) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`${name} cannot be opened`}
      description={
        problems.length === 1 ? 'One thing is wrong with it.' : `${problems.length} things are wrong with it.`
      }
      footer={
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <ProblemList problems={problems} />
    </Dialog>
  );
}
