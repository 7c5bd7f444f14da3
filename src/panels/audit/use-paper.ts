import { useEffect, useRef, useState } from 'react';

/** What lies ready for the printer, and how to print something: it is drawn first, then printed. */
export function usePaper<T>(print: () => void): readonly [paper: T | undefined, send: (paper: T) => void] {
  const [paper, setPaper] = useState<T | undefined>(undefined);
  const printer = useRef(print);
  printer.current = print;
  useEffect(() => {
    if (paper !== undefined) printer.current();
  }, [paper]);
  return [paper, setPaper];
}
