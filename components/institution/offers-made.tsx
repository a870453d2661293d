type Offer = {
  id: string
  email: string
  role: string
  state: { label: string; waiting: boolean }
  until: string | null
  /** Null if the reader may not withdraw the offer, or if it has ended. */
  takeBack: string | null
}
type Props = { title: string; offers: readonly Offer[]; action: string }

/** The roles that were offered and not accepted yet: the address that was typed, and the state of each offer. */
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
