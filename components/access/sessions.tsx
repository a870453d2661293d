export type OpenSession = { id: string; since: string; here: boolean }
type Props = {
  sessions: readonly OpenSession[]
  here: string
  everywhere: string
  signOutEverywhere: () => Promise<void>
}

/** Where she is signed in, and the way to end all of it. */
export function Sessions({ sessions, here, everywhere, signOutEverywhere }: Props) {
  return (
    <>
      <ul className="plain stack">
        {sessions.map((session) => (
          <li key={session.id} className="row">
            {session.since}
            {session.here && <span className="chip ok">{here}</span>}
          </li>
        ))}
      </ul>
      <form action={signOutEverywhere}>
        <button type="submit" className="btn">
          {everywhere}
        </button>
      </form>
    </>
  )
}
