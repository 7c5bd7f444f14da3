import { useState } from 'react';
import { Tabs } from '../../kit/Tabs';
import { TextArea } from '../../kit/TextArea';
import { Markdown } from '../markdown/Markdown';
import styles from './schema-form.module.css';

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
          content: <TextArea rows={5} spellCheck value={value} onChange={onChange} maxLength={8000} />,
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
