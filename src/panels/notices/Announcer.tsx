import { useEffect, useRef, useState } from 'react';
import { Hidden } from '../../kit/Hidden';
import { useSession } from '../../store/use-session';

/** Tells a screen reader what was said, what was refused, and which goals changed. */
export function Announcer() {
  const notice = useSession((state) => state.notice);
  const results = useSession((state) => state.report.requirements);
  const requirements = useSession((state) => state.scenario.requirements);
  const before = useRef({ notice, results });
  const [text, setText] = useState('');
  useEffect(() => {
    const was = before.current;
    before.current = { notice, results };
    const said = notice && notice !== was.notice ? [notice.text, notice.remedy ?? ''] : [];
    const met = new Map(was.results.map((result) => [result.id, result.met]));
    const changes = results.flatMap((result) => {
      if (met.get(result.id) === result.met) return [];
      const title = requirements.find((one) => one.id === result.id)?.title ?? result.id;
      return [result.met ? `Goal met: ${title}.` : `No longer met: ${title}.`];
    });
    const news = [...said, ...changes].filter(Boolean);
    if (news.length > 0) setText(news.join(' '));
  }, [notice, results, requirements]);
  return <Hidden live>{text}</Hidden>;
}
