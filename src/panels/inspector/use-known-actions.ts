import { useEffect, useState } from 'react';
import { knownFrom, type Known } from '../../engine/iam/known';

let loading: Promise<Known> | undefined;
const load = (): Promise<Known> =>
  (loading ??= import('../../catalog/iam-actions.json').then(({ default: table }) => knownFrom(table)));

/** Actions, resource types and condition keys of AWS, once they have arrived. Without them an editor only knows less. */
export function useKnownActions(): Known | undefined {
  const [known, setKnown] = useState<Known | undefined>(undefined);
  useEffect(() => {
    let here = true;
    load().then(
      (arrived) => {
        if (here) setKnown(arrived);
      },
      () => {
        // The next editor that opens tries again.
        loading = undefined;
      },
    );
    return () => {
      here = false;
    };
  }, []);
  return known;
}
