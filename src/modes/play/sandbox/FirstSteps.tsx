import { FileUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../../kit/Button';
import { Select } from '../../../kit/Select';
import { useSession } from '../../../store/use-session';
import styles from './sandbox.module.css';

export interface Example {
  readonly id: string;
  readonly title: string;
}

interface Props {
  /** drawings of ours that the player has earned. */
  readonly examples: () => Promise<readonly Example[]>;
  readonly onExample: (id: string) => void;
  readonly onTemplate: () => void;
}

/** What to do first, on an empty canvas. It lets everything through that is dragged or clicked beside its buttons. */
export function FirstSteps({ examples, onExample, onTemplate }: Props) {
  const placing = useSession((state) => state.placing !== undefined);
  const [earned, setEarned] = useState<readonly Example[] | undefined>(undefined);
  useEffect(() => {
    let current = true;
    examples().then(
      (found) => current && setEarned(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [examples]);
  if (placing) return null;
  return (
    <section className={styles.first} aria-label="How to begin">
      <h2>Start with an empty canvas</h2>
      <p>Drag a resource from the palette, or click it and then a place here. A VPC is a good first one.</p>
      <h2>Or from an example</h2>
      {earned && earned.length > 0 ? (
        <Select
          aria-label="Start from an example"
          value=""
          placeholder="Our solution of a scenario you solved"
          options={earned.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(id) => {
            if (id !== '') onExample(id);
          }}
        />
      ) : (
        <p>Solve a scenario: then our solution of it is here to take apart.</p>
      )}
      <h2>Or from a template</h2>
      <Button size="sm" icon={<FileUp />} onClick={onTemplate}>
        Import from CloudFormation
      </Button>
    </section>
  );
}
