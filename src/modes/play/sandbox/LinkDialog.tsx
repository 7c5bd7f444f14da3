import { ClipboardCopy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../kit/Button';
import { Dialog } from '../../../kit/Dialog';
import { Field } from '../../../kit/Field';
import { TextInput } from '../../../kit/TextInput';
import styles from './sandbox.module.css';

export interface LinkDesk {
  /** a link that holds the drawing of this moment. */
  linkFor(): Promise<string>;
  /** false when the browser keeps the clipboard closed. */
  copy(text: string): Promise<boolean>;
}

/** A drawing travels in a link: no account, no server. */
export function LinkDialog({ desk, onClose }: { readonly desk: LinkDesk; readonly onClose: () => void }) {
  const [link, setLink] = useState('');
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    const made = await desk.linkFor();
    setLink(made);
    const letters = made.length.toLocaleString('en');
    setSaid(
      (await desk.copy(made))
        ? `The link is on the clipboard, ${letters} letters.`
        : `The browser keeps the clipboard closed. Copy the link, ${letters} letters, by hand.`,
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Share a link"
      description="The link holds the drawing as it is now. Whoever opens it gets a copy; yours stays as it is."
      footer={
        <Button variant="primary" icon={<ClipboardCopy />} onClick={() => void copy()}>
          Copy the link
        </Button>
      }
    >
      <div className={styles.link}>
        {link === '' ? null : (
          <Field label="The link">
            <TextInput readOnly value={link} onChange={() => undefined} onFocus={(event) => event.target.select()} />
          </Field>
        )}
        <p role="status">{said}</p>
      </div>
    </Dialog>
  );
}
