import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { SessionStore } from './session';
import type { Facts } from '../engine/facts';
import type { Session, SessionActions } from './state';

const SessionContext = createContext<SessionStore | undefined>(undefined);

export function SessionProvider({ session, children }: { session: SessionStore; children: ReactNode }) {
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

/** The store itself, for callbacks that want the state of this moment without drawing again. */
export function useSessionStore(): SessionStore {
  const session = useContext(SessionContext);
  if (!session) throw new Error('A component that needs the session stands outside of SessionProvider.');
  return session;
}

/** Draws again only when what the selector picks has changed; lists and records are compared member by member. */
export function useSession<T>(selector: (session: Session) => T): T {
  return useStore(useSessionStore(), useShallow(selector));
}

/** What the diagram means. Only below a place that waited for the simulator (`facts` is defined there). */
export function useFacts(): Facts {
  const facts = useSession((session) => session.facts);
  if (!facts) throw new Error('A component that needs the facts was shown before the simulator arrived.');
  return facts;
}

export function useActions(): SessionActions {
  return useStore(useSessionStore(), (session) => session.actions);
}
