import { ClipboardCopy, FileDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { Field } from '../../kit/Field';
import { TextInput } from '../../kit/TextInput';
import { NAME_LENGTH } from '../../model/hand-in-link';
import { useSession } from '../../store/use-session';
import type { HandInDesk } from './hand-in-desk';
import styles from './hand-in.module.css';

interface Props {
  readonly desk: HandInDesk;
  readonly onClose: () => void;
}

/** Work goes to a teacher as a link or as a file: no account, no server. */
export function HandInDialog({ desk, onClose }: Props) {
  const { earned, possible } = useSession((state) => state.report.score);
  const [name, setName] = useState('');
  const [link, setLink] = useState('');
  const [said, setSaid] = useState('');
  const by = name.trim();

  const copy = async (): Promise<void> => {
    const made = await desk.linkFor(by);
    setLink(made);
    const letters = made.length.toLocaleString('en');
    setSaid(
      (await desk.copy(made))
        ? `The link is on the clipboard, ${letters} letters. Paste it where your teacher asked for it.`
        : `The browser keeps the clipboard closed. Copy the link below, ${letters} letters, by hand.`,
    );
  };
  const save = (): void => {
    setLink('');
    setSaid(`${desk.save(by)} is in your downloads. Give it to your teacher.`);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Hand in"
      description={`Your design as it is now: ${earned} of ${possible} points. You can hand in again; the newest one under your name counts.`}
      footer={
        <>
          <Button icon={<FileDown />} disabled={by === ''} onClick={save}>
            Save the file
          </Button>
          <Button variant="primary" icon={<ClipboardCopy />} disabled={by === ''} onClick={() => void copy()}>
            Copy the link
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field label="Your name or your team’s" help="Your teacher sees it on the class board.">
          <TextInput value={name} onChange={setName} maxLength={NAME_LENGTH} />
        </Field>
        {link === '' ? null : (
          <Field label="The link">
            <TextInput readOnly value={link} onChange={() => undefined} onFocus={(event) => event.target.select()} />
          </Field>
        )}
        <p role="status" className={styles.said}>
          {said}
        </p>
      </div>
    </Dialog>
  );
}
