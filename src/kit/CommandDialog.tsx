import { Command as Cmdk } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useRef, useState } from 'react';
import css from './CommandDialog.module.css';
import hidden from './Hidden.module.css';
import type { CommandGroup } from './command';
import { Kbd } from './Kbd';

export interface CommandDialogProps {
  /** accessible name, also of the list. */
  readonly label: string;
  readonly placeholder: string;
  readonly groups: readonly CommandGroup[];
  readonly onClose: () => void;
}

/** A list of commands with a search above it. What is chosen runs when the focus is back where it was. */
export function CommandDialog({ label, placeholder, groups, onClose }: CommandDialogProps) {
  const [query, setQuery] = useState('');
  const chosen = useRef<(() => void) | undefined>(undefined);
  const [open, setOpen] = useState(true);
  const shown = groups.filter(({ commands, searched }) => commands.length > 0 && (!searched || query.trim() !== ''));
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Portal>
        <Radix.Overlay className={css.scrim} />
        <Radix.Content
          className={css.dialog}
          aria-describedby={undefined}
          onCloseAutoFocus={() => {
            // After Radix has given the focus back, so that a command may take it elsewhere.
            queueMicrotask(() => {
              chosen.current?.();
              onClose();
            });
          }}
        >
          <Radix.Title className={hidden.hidden}>{label}</Radix.Title>
          <Cmdk label={label} loop vimBindings={false} filter={fits}>
            <div className={css.search}>
              <Search aria-hidden="true" />
              <Cmdk.Input className={css.input} placeholder={placeholder} value={query} onValueChange={setQuery} />
              <Kbd keys="Esc" plain />
            </div>
            <Cmdk.List className={css.list} label={label}>
              <Cmdk.Empty className={css.none}>Nothing fits. Try another word.</Cmdk.Empty>
              {shown.map(({ title, commands }) => (
                <Cmdk.Group key={title} heading={title} className={css.group}>
                  {commands.map(({ id, label: words, detail, icon, shortcut, words: more = '', onSelect }) => (
                    <Cmdk.Item
                      key={id}
                      className={css.item}
                      value={`${title} ${id}`}
                      keywords={[words, detail ?? '', more]}
                      onSelect={() => {
                        chosen.current = onSelect;
                        setOpen(false);
                      }}
                    >
                      <span className={css.icon} aria-hidden="true">
                        {icon}
                      </span>
                      <span className={css.words}>
                        <span>{words}</span>
                        {detail ? <small>{detail}</small> : null}
                      </span>
                      {shortcut ? <Kbd keys={shortcut} plain /> : null}
                    </Cmdk.Item>
                  ))}
                </Cmdk.Group>
              ))}
            </Cmdk.List>
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** How well a search fits: every word of it must be there; what begins with it comes first. `0` = not at all. */
function fits(_value: string, search: string, [label = '', ...more]: string[] = []): number {
  const query = search.trim().toLowerCase();
  const title = label.toLowerCase();
  const text = [title, ...more].join(' ').toLowerCase();
  if (!query.split(/\s+/).every((word) => text.includes(word))) return 0;
  if (title.startsWith(query)) return 1;
  if (title.includes(` ${query}`)) return 0.8;
  return title.includes(query) ? 0.6 : 0.4;
}
