import { Download } from 'lucide-react';
import { useState } from 'react';
import { disputeMarkdown } from '../../game/dispute';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { Field } from '../../kit/Field';
import { TextArea } from '../../kit/TextArea';
import type { RequirementResult } from '../../model/report';
import type { Requirement } from '../../model/scenario';
import { useSession } from '../../store/use-session';
import type { ReportDesk } from '../audit/AuditPanel';

interface Props {
  readonly requirement: Requirement;
  readonly result: RequirementResult;
  readonly desk: ReportDesk;
  readonly onClose: () => void;
}

const LONGEST = 4000;

/** A player doubts a verdict: what they say, with everything it rests on, becomes a file for whoever looks into it. */
export default function DisputeDialog({ requirement, result, desk, onClose }: Props) {
  const { scenario, diagram, answers, say } = useSession((state) => state);
  const [note, setNote] = useState('');
  const save = (): void => {
    const text = disputeMarkdown({ scenario, requirement, result, diagram, answers, note, at: desk.now(), say });
    desk.download(`${scenario.id}-${requirement.id}-dispute.md`, text);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="sm"
      title="Dispute this verdict"
      description={`“${requirement.title}” is ${result.met ? 'met' : 'not met'}, says the simulator. It may be wrong.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" icon={<Download />} disabled={note.trim() === ''} onClick={save}>
            Save as a file
          </Button>
        </>
      }
    >
      <Field label="What is wrong with it" help="Say what AWS would really do, and where that is written.">
        <TextArea autoFocus rows={6} maxLength={LONGEST} spellCheck value={note} onChange={setNote} />
      </Field>
      <p>
        The file holds your words, this goal, every step that decided it, and your design. Nothing is sent: give the
        file to your trainer, or to whoever made the scenario.
      </p>
    </Dialog>
  );
}
