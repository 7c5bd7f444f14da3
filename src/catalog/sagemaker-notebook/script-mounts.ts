import type { AnyNode } from '../../engine/facets';
import type { Signer } from '../../engine/request/facets';
import { Mounts, mountsOf, type MountWish } from '../file-systems';

/** What the start script of this configuration mounts, for the machine that refers to it by `field`. */
export function scriptMounts(
  config: AnyNode | undefined,
  identity: Extract<Signer, { type: 'identity' }>,
  field: string,
): readonly MountWish[] {
  const read = Mounts.safeParse(config?.props['mounts']);
  if (!config || !read.success) return [];
  return mountsOf({ ...config, props: { mounts: read.data } }, identity).map((wish) => ({ ...wish, field }));
}
