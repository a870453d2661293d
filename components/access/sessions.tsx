export type OpenSession = { id: string; since: string; here: boolean }
type Props = {
  action: string
  sessions: readonly OpenSession[]
  here: string
  everywhere: string
}

/** Where she is signed in, and the way to end all of it. */
export function Sessions({ action, sessions, here, everywhere }: Props) {
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
      <form method="post" action={action}>
        <button type="submit" name="act" value="sign-out-everywhere" className="btn">
          {everywhere}
        </button>
      </form>
    </>
  )
}
