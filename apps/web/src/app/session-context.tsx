import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { getSession, noteIntroduced, startSession } from '../api/session.ts';
import type { SessionPerson } from '../api/types.ts';
import type { PersonDraft } from '../people/person-fields.tsx';

interface Session {
  /** Null: nobody said who they are yet. Undefined: not known yet. */
  readonly person: SessionPerson | null | undefined;
  /** Set when the server could not be asked. */
  readonly error: unknown;
  /** Says who is at this browser. Kept in a cookie: asked once. */
  readonly introduce: (person: PersonDraft) => Promise<SessionPerson>;
  readonly retry: () => void;
  /** The server knows who is here though this browser forgot that they said so: its storage was cleared, the cookie not. */
  readonly recognise: () => void;
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [person, setPerson] = useState<SessionPerson | null | undefined>(undefined);
  const [error, setError] = useState<unknown>(null);

  const load = useCallback(() => {
    setError(null);
    getSession().then(setPerson, setError);
  }, []);
  useEffect(load, [load]);

  const introduce = useCallback(async (draft: PersonDraft) => {
    const known = await startSession({ name: draft.name.trim(), side: draft.side });
    setPerson(known);
    return known;
  }, []);

  const recognise = useCallback(() => {
    noteIntroduced();
    load();
  }, [load]);

  const session = useMemo(
    () => ({ person, error, introduce, retry: load, recognise }),
    [person, error, introduce, load, recognise],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession needs a SessionProvider above it');
  return session;
}
