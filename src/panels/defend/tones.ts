import type { Standing } from '../../game/defend';
import type { Tone } from '../../kit/Badge';

/** How a standing looks; its words stand beside it. */
export function toneOf(standing: Standing): Tone {
  if (standing === 'prevented' || standing === 'contained') return 'good';
  if (standing === 'told') return 'accent';
  if (standing === 'noticed') return 'warn';
  return standing === 'unnoticed' ? 'bad' : 'neutral';
}
