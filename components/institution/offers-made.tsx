import { Name } from '../ui/name'
import { type Fact, ScopeFacts } from '../ui/scope-facts'

type Offer = {
  id: string
  email: string
  /** The name typed with the offer; empty if there was none. */
  name: string
  role: string
  state: { label: string; waiting: boolean }
  until: string | null
  sent: string | null
  /** The scope of an offer to review texts; null for other roles. */
  scope: readonly Fact[] | null
  /** Null if the reader may do nothing about the offer, or if it has ended. */
  acts: { resend: string; takeBack: string } | null
}
type Props = {
  title: string
  offers: readonly Offer[]
  /** The address of the page; each act adds its own path. */
  action: string
  query: string
}

/** The roles that were offered and not accepted yet: what was typed, and the state of each offer. */
export function OffersMade({ title, offers, action, query }: Props) {
  if (offers.length === 0) return null
  return (
    <section className="stack" aria-labelledby="offers">
      <h2 id="offers">{title}</h2>
      <ul className="plain people-list card">
        {offers.map(({ id, email, name, role, state, until, sent, scope, acts }) => (
          <li key={id} className="stack-s audit-entry">
            <p className="row between">
              <span>
                {name && (
                  <>
                    <Name>{name}</Name> ·{' '}
                  </>
                )}
                <bdi dir="ltr">{email}</bdi>
              </span>
              <span className={state.waiting ? 'chip warn' : 'chip'}>{state.label}</span>
            </p>
            <div className="row between sm">
              <span>
                <strong>{role}</strong> {sent && <span className="muted">{sent}</span>}{' '}
                {until && <span className="muted">{until}</span>}
              </span>
              {acts && (
                <span className="row">
                  <ActForm
                    id={id}
                    label={acts.resend}
                    about={`${email}, ${role}`}
                    action={`${action}/resend${query}`}
                  />
                  <ActForm
                    id={id}
                    label={acts.takeBack}
                    about={`${email}, ${role}`}
                    action={`${action}/take-back${query}`}
                  />
                </span>
              )}
            </div>
            {scope && <ScopeFacts facts={scope} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ActForm({ id, label, about, action }: { id: string; label: string; about: string; action: string }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="offer" value={id} />
      <button type="submit" className="btn" aria-label={`${label} (${about})`}>
        {label}
      </button>
    </form>
  )
}
