import { useState } from 'react';
import { Tabs } from '../../kit/Tabs';
import { TextArea } from '../../kit/TextArea';
import { Markdown } from '../markdown/Markdown';
import styles from './schema-form.module.css';

/** Lines that the field shows at least, and at most before it scrolls. */
const FEWEST = 4;
const MOST = 14;
/** Characters of one line, about. */
const WIDTH = 110;

interface Props {
  readonly value: string;
  readonly label: string;
  readonly onChange: (text: string) => void;
}

/** Markdown to write, and as the player will read it. */
export function MarkdownField({ value, label, onChange }: Props) {
  const [tab, setTab] = useState('write');
  return (
    <Tabs
      className={styles.markdown}
      label={`${label}: write or read`}
      look="pill"
      value={tab}
      onChange={setTab}
      items={[
        {
          id: 'write',
          label: 'Write',
          content: <TextArea rows={rowsOf(value)} spellCheck value={value} onChange={onChange} maxLength={8000} />,
        },
        {
          id: 'read',
          label: 'Preview',
          content: (
            <div className={styles.read}>
              {value.trim() === '' ? 'Nothing is written yet.' : <Markdown text={value} />}
            </div>
          ),
        },
      ]}
    />
  );
}

function rowsOf(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / WIDTH), 0);
  return Math.min(MOST, Math.max(FEWEST, lines + 1));
}
