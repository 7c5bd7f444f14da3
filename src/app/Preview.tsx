import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { cards } from '../catalog/cards';
import { playable } from '../game/author/playable';
import { Button } from '../kit/Button';
import type { Draft } from '../model/bundle';
import { PlayMode } from '../modes/play/PlayMode';
import { createSession } from '../store/session';
import { SessionProvider } from '../store/use-session';
import { desk } from './report-desk';
import { simulatorOf } from './simulate';
import styles from './preview.module.css';

interface Props {
  readonly draft: Draft;
  readonly theme: { readonly dark: boolean; readonly toggle: () => void };
  readonly onBack: () => void;
  readonly onHome: () => void;
}

/** A draft as a student would play it. Nothing of it is saved, and it counts nowhere. */
export function Preview({ draft, theme, onBack, onHome }: Props) {
  const [session] = useState(() => {
    const { scenario } = playable(draft.scenario);
    return createSession({ scenario, catalog: cards, simulator: simulatorOf(scenario) });
  });
  const { actions, scenario } = session.getState();
  const unsaved = (): void =>
    actions.notify({
      tone: 'refused',
      text: 'This is a preview: nothing of it is saved.',
      remedy: 'Save the draft itself.',
    });
  return (
    <SessionProvider session={session}>
      <div className={styles.preview}>
        <div className={styles.bar} role="status">
          <p>Preview: this is what a student finds. Nothing is saved.</p>
          <Button size="sm" variant="primary" icon={<ArrowLeft />} onClick={onBack}>
            Back to editing
          </Button>
        </div>
        <PlayMode
          dark={theme.dark}
          homeHref="#/author"
          onTheme={theme.toggle}
          onLeave={onHome}
          onExport={unsaved}
          onOpenFile={unsaved}
          desk={desk}
          places={() => Promise.resolve([])}
          templateFiles={{ open: () => Promise.resolve(undefined), download: unsaved }}
          showBrief={scenario.title !== ''}
          restored={undefined}
          otherTab={undefined}
        />
      </div>
    </SessionProvider>
  );
}
