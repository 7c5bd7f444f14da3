import { useMemo, useState } from 'react';
import { catalog } from '../../catalog/index';
import { exportTemplate } from '../../game/template/export-template';
import { count } from '../../game/words';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { Tabs } from '../../kit/Tabs';
import { useSession } from '../../store/use-session';
import type { TemplateFiles } from './template-file';
import styles from './template.module.css';

const FORMATS = [
  { id: 'yaml', label: 'YAML', type: 'application/yaml' },
  { id: 'json', label: 'JSON', type: 'application/json' },
] as const;

interface Props {
  readonly files: TemplateFiles;
  readonly onClose: () => void;
}

/** The drawing as a CloudFormation template, to read and to keep. */
export function ExportTemplateDialog({ files, onClose }: Props) {
  const diagram = useSession((state) => state.diagram);
  const scenario = useSession((state) => state.scenario);
  const report = useSession((state) => state.report);
  const [format, setFormat] = useState<string>('yaml');
  const made = useMemo(
    () =>
      exportTemplate(diagram, catalog, {
        account: scenario.account,
        report,
        requirements: scenario.requirements,
      }),
    [diagram, scenario, report],
  );
  const chosen = FORMATS.find(({ id }) => id === format) ?? FORMATS[0];
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title="Export to CloudFormation"
      description={`${count(made.resources, 'resource')}. Its metadata keeps your layout and the goals behind each property: importing the file gives this drawing again.`}
      footer={
        <Button
          variant="primary"
          onClick={() => {
            files.download(`${scenario.id}.template.${chosen.id}`, made[chosen.id], chosen.type);
            onClose();
          }}
        >
          Download {chosen.label}
        </Button>
      }
    >
      {made.notes.length > 0 ? (
        <section className={styles.group}>
          <h3>What a template cannot say</h3>
          <ul>
            {made.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <Tabs
        label="Format"
        look="pill"
        value={format}
        onChange={setFormat}
        items={FORMATS.map(({ id, label }) => ({
          id,
          label,
          content: (
            <pre className={styles.code} tabIndex={0} aria-label={`Template as ${label}`}>
              {made[id]}
            </pre>
          ),
        }))}
      />
    </Dialog>
  );
}
