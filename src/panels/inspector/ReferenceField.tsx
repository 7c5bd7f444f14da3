import { ArrowUpRight } from 'lucide-react';
import { Chip } from '../../kit/Chip';
import { IconButton } from '../../kit/IconButton';
import { Select } from '../../kit/Select';
import type { NodeId } from '../../model/diagram';
import { useFacts, useSession } from '../../store/use-session';
import type { FieldOf } from './field-props';
import styles from './inspector.module.css';

/** Nodes that may be referred to, by name. */
function useTargets(trait: string, self: NodeId): readonly { readonly value: NodeId; readonly label: string }[] {
  const facts = useFacts();
  return facts
    .withTrait(trait)
    .filter((node) => node.id !== self)
    .map((node) => ({ value: node.id, label: node.name }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

export function ReferenceField({ field, value, path, write, disabled, node }: FieldOf<'reference'>) {
  const targets = useTargets(field.trait, node.id);
  const actions = useSession((state) => state.actions);
  const current = typeof value === 'string' ? value : '';
  const known = current === '' || targets.some((target) => target.value === current);
  return (
    <div className={styles.reference}>
      <Select
        value={current}
        placeholder={targets.length === 0 ? 'None (nothing on the canvas fits yet)' : 'None'}
        options={known ? targets : [...targets, { value: current, label: `${current} (missing)` }]}
        disabled={disabled}
        onChange={(id) => {
          write.begin();
          write.commit(path, id === '' ? undefined : id);
        }}
      />
      {current !== '' && known ? (
        <IconButton
          label={`Go to ${targets.find((target) => target.value === current)?.label ?? current}`}
          icon={<ArrowUpRight aria-hidden="true" />}
          onClick={() => actions.select([current])}
        />
      ) : null}
    </div>
  );
}

export function ReferencesField({ field, value, path, write, disabled, node }: FieldOf<'references'>) {
  const targets = useTargets(field.trait, node.id);
  const actions = useSession((state) => state.actions);
  const current = Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
  const free = targets.filter((target) => !current.includes(target.value));
  const nameOf = (id: NodeId): string => targets.find((target) => target.value === id)?.label ?? `${id} (missing)`;
  const set = (ids: readonly NodeId[]): void => {
    write.begin();
    write.commit(path, ids);
  };
  return (
    <div className={styles.references}>
      {current.map((id) => (
        <Chip
          key={id}
          onClick={() => actions.select([id])}
          title={`Go to ${nameOf(id)}`}
          {...(disabled
            ? {}
            : { onRemove: () => set(current.filter((one) => one !== id)), removeLabel: `Remove ${nameOf(id)}` })}
        >
          {nameOf(id)}
        </Chip>
      ))}
      <Select
        value=""
        fieldSize="sm"
        aria-label={`Add to ${field.title}`}
        placeholder={free.length === 0 ? 'Nothing more on the canvas fits' : 'Add…'}
        options={free}
        disabled={disabled || free.length === 0 || (field.max !== undefined && current.length >= field.max)}
        onChange={(id) => {
          if (id !== '') set([...current, id]);
        }}
      />
    </div>
  );
}
