import type { FormField } from '../../catalog/form-model';
import type { DiagramNode } from '../../model/diagram';
import { readPath } from '../../model/path';
import type { FieldPath } from '../../model/path';
import type { FieldCommit } from './use-field-commit';

/** What every control of the generated form receives. */
export interface FieldProps<F extends FormField = FormField> {
  readonly node: DiagramNode;
  readonly field: F;
  readonly path: FieldPath;
  /** what holds now: the written value, or the default. */
  readonly value: unknown;
  readonly write: FieldCommit;
  readonly disabled: boolean;
  readonly issues: readonly { readonly field: string; readonly message: string }[];
}
export type FieldOf<T extends FormField['type']> = FieldProps<Extract<FormField, { type: T }>>;

/** What a member of a node, group or row holds: the written value, or its default. */
export function effective(holder: unknown, child: FormField): unknown {
  return readPath(holder, child.key) ?? child.initial;
}

/** Is the value the player's own, or only the default? */
export function isWritten({ node, path }: Pick<FieldProps, 'node' | 'path'>): boolean {
  return readPath(node.props, path) !== undefined;
}

/** Ghost text for a default: visible, and clearly not written by the player. */
export function ghost(field: FormField): string {
  const { initial } = field;
  return initial === undefined || initial === null || initial === '' || typeof initial === 'object'
    ? ''
    : `${String(initial)} (default)`;
}

export function rangeText(field: FormField): string {
  if (field.type !== 'number') return '';
  const unit = field.unit !== undefined ? ` ${field.unit}` : '';
  if (field.min !== undefined && field.max !== undefined) return `${field.min} to ${field.max}${unit}.`;
  if (field.min !== undefined) return `At least ${field.min}${unit}.`;
  if (field.max !== undefined) return `At most ${field.max}${unit}.`;
  return '';
}

/** `Inbound rules` → `inbound rule`, `Policies` → `policy`. */
export function singular(title: string): string {
  const words = /^[A-Z][A-Z]/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
  return words
    .replace(/ies$/, 'y')
    .replace(/(sses|xes)$/, (end) => end.slice(0, -2))
    .replace(/([^s])s$/, '$1');
}
