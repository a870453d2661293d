type OpenSession = {
  id: string
  /** The browser's name, or a label for an unknown browser. */
  browser: string
  since: string
  lastUsed: string
  here: boolean
}
type Props = {
  action: string
  sessions: readonly OpenSession[]
  /** The sentence that says that a session was just ended. */
  done: string | undefined
  texts: { here: string; end: string; everywhere: string }
}

/** The person's sessions, with buttons to end one of them or all. */
export function Sessions({ action, sessions, done, texts }: Props) {
  return (
    <>
      {done !== undefined && (
        <p className="note ok" role="status" tabIndex={-1} data-outcome="">
          {done}
        </p>
      )}
      <ul className="plain people-list card">
        {sessions.map(({ id, browser, since, lastUsed, here }) => (
          <li key={id} className="audit-entry stack-s">
            <div className="stack-s">
              <p className="row">
                <strong>
                  <bdi>{browser}</bdi>
                </strong>
                {here && <span className="chip ok">{texts.here}</span>}
              </p>
              <ul className="facts sm muted">
                <li>{since}</li>
                <li>{lastUsed}</li>
              </ul>
            </div>
            {!here && (
              <form method="post" action={action}>
                <input type="hidden" name="act" value="sessions" />
                <button type="submit" name="session" value={id} className="btn">
                  {texts.end}
                  <span className="sr"> {browser}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={action}>
        <button type="submit" name="act" value="sign-out-everywhere" className="btn">
          {texts.everywhere}
        </button>
      </form>
    </>
  )
}
