import { isPredicting } from '../../game/predict-play';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { Badge } from '../../kit/Badge';
import { Markdown } from '../../panels/markdown/Markdown';
import { useSession } from '../../store/use-session';
import { Organization } from './Organization';
import styles from './play.module.css';

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The story and what is wanted. Always reachable again. */
export function BriefDialog({ open, onOpenChange }: Props) {
  const scenario = useSession((state) => state.scenario);
  // The goals would give away what is to be foretold.
  const predicting = useSession((state) => isPredicting(state.report));
  const { predictions } = scenario;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="md"
      title={scenario.title}
      description={scenario.summary}
      footer={
        <Button variant="primary" autoFocus onClick={() => onOpenChange(false)}>
          To the canvas
        </Button>
      }
    >
      <p className={styles.facts}>
        <Badge>{scenario.domain}</Badge>
        <Badge>{scenario.difficulty}</Badge>
        <Badge>about {scenario.minutes} minutes</Badge>
        <Badge>{scenario.account.region}</Badge>
      </p>
      <Markdown text={scenario.story} />
      <Organization account={scenario.account} />
      {predictions.length > 0 ? (
        <>
          <h3 className={styles.wanted}>What you foretell</h3>
          <ol className={styles.goals}>
            {predictions.map(({ id, text, points }) => (
              <li key={id}>
                <span>{text}</span>
                <span>{points} points</span>
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {predicting ? null : (
        <>
          <h3 className={styles.wanted}>What must be true at the end</h3>
          <ol className={styles.goals}>
            {scenario.requirements.map((requirement) => (
              <li key={requirement.id}>
                <span>{requirement.title}</span>
                <span>{requirement.points} points</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Dialog>
  );
}
