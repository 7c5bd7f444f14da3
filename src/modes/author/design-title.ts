import { designOf, type DesignKey } from '../../game/author/designs';
import type { Draft } from '../../model/bundle';

/** What a design is called on the screen. */
export function designTitle(draft: Draft, key: DesignKey): string {
  if (key.type === 'start') return 'Start';
  return designOf(draft, key)?.title.trim() || key.name;
}
