import { useEffect, useRef, useState } from 'react';

/**
 * Text that is being typed and not yet said. `change` says it at once (`type`) or keeps it until `commit`
 * (`blur`), which the input calls on blur and on Enter. A new value from outside replaces the draft.
 */
export function useDraft(value: string, say: (text: string) => void, when: 'type' | 'blur') {
  const [draft, setDraft] = useState(value);
  const said = useRef(value);
  useEffect(() => {
    if (value !== said.current) setDraft(value);
    said.current = value;
  }, [value]);
  const tell = (text: string) => {
    if (text === said.current) return;
    said.current = text;
    say(text);
  };
  return {
    draft,
    change(text: string) {
      setDraft(text);
      if (when === 'type') tell(text);
    },
    commit: () => tell(draft),
    reset: () => setDraft(said.current),
  };
}
