export type OpenSession = { id: string; since: string; here: boolean }
type Props = {
  sessions: readonly OpenSession[]
  texts: { here: string; signOut: string; everywhere: string }
  signOut: () => Promise<void>
  signOutEverywhere: () => Promise<void>
}

/** Where she is signed in, and the two ways out. */
export function Sessions({ sessions, texts, signOut, signOutEverywhere }: Props) {
  return (
    <>
      <ul className="plain stack">
        {sessions.map((session) => (
          <li key={session.id} className="row">
            {session.since}
            {session.here && <span className="chip ok">{texts.here}</span>}
          </li>
        ))}
      </ul>
      <div className="row">
        <form action={signOut}>
          <button type="submit" className="btn">
            {texts.signOut}
          </button>
        </form>
        <form action={signOutEverywhere}>
          <button type="submit" className="btn">
            {texts.everywhere}
          </button>
        </form>
      </div>
    </>
  )
}
