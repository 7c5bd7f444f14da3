import { useState } from 'react';
import { Button } from '../kit/Button';
import { Dialog } from '../kit/Dialog';
import { Field } from '../kit/Field';
import { TextInput } from '../kit/TextInput';
import { DRAWING_NAME } from '../model/drawing';

interface Props {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

export function RenameDialog({ name, onRename, onClose }: Props) {
  const [next, setNext] = useState(name);
  const apply = (): void => {
    if (next.trim() === '') return;
    onRename(next.trim());
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title="Rename the drawing"
      footer={
        <Button variant="primary" disabled={next.trim() === ''} onClick={apply}>
          Rename
        </Button>
      }
    >
      <Field label="Name">
        <TextInput
          autoFocus
          value={next}
          maxLength={DRAWING_NAME}
          onChange={setNext}
          onFocus={(event) => event.target.select()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') apply();
          }}
        />
      </Field>
    </Dialog>
  );
}
