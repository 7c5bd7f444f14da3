import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Author, AuthorActions, AuthorStore } from './author';

const AuthorContext = createContext<AuthorStore | undefined>(undefined);

export function AuthorProvider({ author, children }: { author: AuthorStore; children: ReactNode }) {
  return <AuthorContext.Provider value={author}>{children}</AuthorContext.Provider>;
}

/** The store itself, for callbacks that want the state of this moment without drawing again. */
export function useAuthorStore(): AuthorStore {
  const author = useContext(AuthorContext);
  if (!author) throw new Error('A component that needs the draft stands outside of AuthorProvider.');
  return author;
}

/** Draws again only when what the selector picks has changed. */
export function useAuthor<T>(selector: (author: Author) => T): T {
  return useStore(useAuthorStore(), useShallow(selector));
}

export function useAuthorActions(): AuthorActions {
  return useStore(useAuthorStore(), (author) => author.actions);
}
