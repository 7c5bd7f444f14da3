import { lazy } from 'react';

/** Dialogs of rare moments load when they are first shown. */
export const FileProblems = lazy(async () => ({ default: (await import('./FileProblems')).FileProblems }));
export const BrokenSave = lazy(async () => ({ default: (await import('./BrokenSave')).BrokenSave }));
/** Our solution of a scenario, with its own canvas beside the player's. */
export const SolutionView = lazy(() => import('./SolutionView'));
