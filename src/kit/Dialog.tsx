import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import css from './Dialog.module.css';
import { classes } from './classes';

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: ReactNode;
  /** one sentence below the title; also the accessible description. */
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** buttons, right-aligned; the main one last. */
  readonly footer?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
}

/** A modal dialog: traps focus, closes with Esc, gives the focus back. */
export function Dialog({ open, onOpenChange, title, description, children, footer, size = 'md' }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={css.scrim} />
        <Radix.Content
          className={classes(css.dialog, css[size])}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <header className={css.header}>
            <div>
              <Radix.Title className={css.title}>{title}</Radix.Title>
              {description ? <Radix.Description className={css.description}>{description}</Radix.Description> : null}
            </div>
            <Radix.Close asChild>
              {/* Without a tooltip: it would open with the focus, and the first Esc would only close it. */}
              <button type="button" className={css.close} aria-label="Close">
                <X aria-hidden="true" />
              </button>
            </Radix.Close>
          </header>
          {children ? (
            <div className={css.body} tabIndex={0}>
              {children}
            </div>
          ) : null}
          {footer ? <footer className={css.footer}>{footer}</footer> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
