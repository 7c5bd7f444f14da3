import { useEffect, useState } from 'react';
import { docLinks } from '../../catalog/doc-links';
import type { Kind } from '../../catalog/kind';
import { Dialog } from '../../kit/Dialog';
import { Markdown } from '../markdown/Markdown';

const PAGES = import.meta.glob<string>(['../../catalog/*/docs.md', '!**/_template/**'], {
  query: '?raw',
  import: 'default',
});

interface Props {
  readonly kind: Kind;
  readonly onClose: () => void;
}

/** What a kind is for, and what people get wrong about it, in our words; then where AWS says more. */
export function KindHelp({ kind, onClose }: Props) {
  const [page, setPage] = useState<string | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    const load = PAGES[`../../catalog/${kind.id}/docs.md`];
    load?.().then(
      (text) => current && setPage(text),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [kind]);
  const links = (docLinks[kind.id] ?? []).map(({ title, url }) => `- [${title}](${url})`);
  // The title of the dialog is the first line already.
  const text = page === undefined ? kind.summary : page.replace(/^# .*\n/, '');
  return (
    <Dialog open onOpenChange={onClose} title={kind.title} size="md">
      {failed ? <p role="alert">This page did not load. Check the connection and open it again.</p> : null}
      <Markdown text={links.length > 0 ? `${text}\n\n## At AWS\n\n${links.join('\n')}` : text} />
    </Dialog>
  );
}
