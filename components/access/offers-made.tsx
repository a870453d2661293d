type Offer = {
  id: string
  email: string
  role: string
  state: { label: string; waiting: boolean }
  until: string | null
  /** Null where the reader may not end it, or it has ended. */
  takeBack: string | null
}
type Props = { title: string; offers: readonly Offer[]; action: string }

/** Roles that were offered and that nobody has accepted: the address that was typed, and how each stands. */
export function OffersMade({ title, offers, action }: Props) {
  if (offers.length === 0) return null
  return (
    <section className="stack" aria-labelledby="offers">
      <h2 id="offers">{title}</h2>
      <ul className="plain people-list card">
        {offers.map(({ id, email, role, state, until, takeBack }) => (
          <li key={id} className="stack-s audit-entry">
            <p className="row between">
              <bdi dir="ltr">{email}</bdi>
              <span className={state.waiting ? 'chip warn' : 'chip'}>{state.label}</span>
            </p>
            <div className="row between sm">
              <span>
                <strong>{role}</strong> {until && <span className="muted">{until}</span>}
              </span>
              {takeBack && (
                <form method="post" action={action}>
                  <input type="hidden" name="offer" value={id} />
                  <button type="submit" className="btn" aria-label={`${takeBack} (${email}, ${role})`}>
                    {takeBack}
                  </button>
                </form>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
