export const GOAL_WORDS = { met: 'Met', missed: 'Not met', untouched: 'Nothing to judge yet' } as const;
