import { ChevronDown } from 'lucide-react';
import type { PolicyType } from '../../engine/iam/contract';
import { Button } from '../../kit/Button';
import { Menu } from '../../kit/Menu';
import type { MenuItem } from '../../kit/menu-item';
import type { NodeId } from '../../model/diagram';
import { useFacts } from '../../store/use-session';
import { templatesFor } from './policy-templates';

interface Props {
  readonly node: NodeId;
  readonly type: PolicyType;
  readonly empty: boolean;
  readonly disabled: boolean;
  readonly onInsert: (arn: string) => void;
  readonly onTemplate: (text: string) => void;
}

/** ARNs of the diagram for the caret, and statements to start from. */
export function InsertMenu({ node, type, empty, disabled, onInsert, onTemplate }: Props) {
  const facts = useFacts();
  const self = facts.arn(node);
  const templates = templatesFor({ account: facts.account.id, type, ...(self !== undefined ? { self } : {}) });
  const items: MenuItem[] = [
    { id: 'templates', heading: empty ? 'Start from' : 'Add to the document' },
    ...templates.map((template) => ({
      id: template.id,
      label: template.title,
      detail: template.help,
      onSelect: () => onTemplate(template.text),
    })),
    { id: 'line', separator: true },
    { id: 'arns', heading: 'ARN at the caret' },
    ...facts.nodes.flatMap((one): MenuItem[] => {
      const arn = facts.arn(one.id);
      return arn === undefined
        ? []
        : [{ id: `arn-${one.id}`, label: one.name, detail: arn, onSelect: () => onInsert(arn) }];
    }),
  ];
  return (
    <Menu items={items}>
      <Button size="sm" disabled={disabled} trailing={<ChevronDown size={14} aria-hidden="true" />}>
        Insert
      </Button>
    </Menu>
  );
}
