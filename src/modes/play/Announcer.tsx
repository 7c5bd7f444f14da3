import { useEffect, useRef, useState } from 'react';
import { Hidden } from '../../kit/Hidden';
import { useSession } from '../../store/use-session';

/** Tells a screen reader what was said, what was refused, and which goals changed. */
export function Announcer() {
  const notice = useSession((state) => state.notice);
  const results = useSession((state) => state.report.requirements);
  const requirements = useSession((state) => state.scenario.requirements);
  const before = useRef(results);
  const [text, setText] = useState('');
  useEffect(() => {
    if (notice) setText([notice.text, notice.remedy].filter(Boolean).join(' '));
  }, [notice]);
  useEffect(() => {
    const was = new Map(before.current.map((result) => [result.id, result.met]));
    before.current = results;
    const changes = results.flatMap((result) => {
      if (was.get(result.id) === result.met) return [];
      const title = requirements.find((one) => one.id === result.id)?.title ?? result.id;
      return [result.met ? `Goal met: ${title}.` : `No longer met: ${title}.`];
    });
    if (changes.length > 0) setText((said) => [said, ...changes].filter(Boolean).join(' '));
  }, [results, requirements]);
  return <Hidden live>{text}</Hidden>;
}
