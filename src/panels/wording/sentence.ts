import { checks } from '../../checks/index';
import { say, wordsOf } from '../../engine/wording';
import type { Reason } from '../../model/trace';

const words = wordsOf(checks);

/** A reason as the player reads it, with the words of all checks. */
export function sentence(reason: Reason): string {
  return say(reason, words);
}
