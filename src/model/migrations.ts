import type { Json } from './json';

export type Migrate = (before: { readonly [key: string]: Json }) => { readonly [key: string]: Json };

/**
 * What turns old saves into new ones. A version is the number of migrations plus one; the migration at index 0 makes
 * version 2 from version 1. Kinds bring their own, for their properties alone.
 */
export interface Migrations {
  readonly diagram: readonly Migrate[];
  readonly kinds: Readonly<Record<string, readonly Migrate[]>>;
}

/** Version 1 is the first: nothing to migrate yet. */
export const MIGRATIONS: Migrations = { diagram: [], kinds: {} };

export function kindVersion(migrations: Migrations, kind: string): number {
  return (Object.hasOwn(migrations.kinds, kind) ? (migrations.kinds[kind]?.length ?? 0) : 0) + 1;
}

export function diagramVersion(migrations: Migrations): number {
  return migrations.diagram.length + 1;
}
