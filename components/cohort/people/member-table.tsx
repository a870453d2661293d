import type { MemberAct } from '@/domain/cohort/member-acts'
import type { MemberStatus } from '@/domain/cohort/membership'
import { CardTable } from '../../ui/card-table'

type Act = {
  act: MemberAct
  label: string /** The page that asks for confirmation; null if the act is done at once. */
  href: string | null
}
export type MemberRow = {
  id: string
  name: string
  email: string
  status: MemberStatus
  statusText: string
  since: string
  letter: string
  letterFailed: boolean
  /** The address to which the acts without confirmation are posted. */
  action: string
  acts: readonly Act[]
}
type Headings = { person: string; status: string; since: string; letter: string; act: string }
type Props = { caption: string; headings: Headings; people: readonly MemberRow[] }

const TONES: Readonly<Record<MemberStatus, string>> = {
  invited: '',
  asked: 'warn',
  waiting: 'warn',
  active: 'ok',
  refused: 'bad',
  withdrawn: '',
  transferred: '',
}

/** The members of a cohort, with the acts possible on each. On a phone each row is a card. */
export function MemberTable({ caption, headings, people }: Props) {
  return (
    <CardTable caption={caption} headings={Object.values(headings)}>
      {people.map(({ id, name, email, status, statusText, since, letter, letterFailed, action, acts }) => (
        <tr key={id} id={`m-${id}`}>
          <th scope="row">
            <bdi>{name || email}</bdi>
            {name && (
              <span className="email xs muted">
                <bdi>{email}</bdi>
              </span>
            )}
          </th>
          <td data-label={headings.status}>
            <span className={`chip ${TONES[status]}`}>{statusText}</span>
          </td>
          <td data-label={headings.since}>{since}</td>
          <td data-label={headings.letter}>
            <span className={letterFailed ? 'chip bad' : undefined}>{letter}</span>
          </td>
          <td data-label={headings.act}>
            {acts.length > 0 ? <Acts acts={acts} action={action} name={name || email} /> : '—'}
          </td>
        </tr>
      ))}
    </CardTable>
  )
}

function Acts({ acts, action, name }: { acts: readonly Act[]; action: string; name: string }) {
  const atOnce = acts.filter(({ href }) => href === null)
  return (
    <div className="acts">
      {atOnce.length > 0 && (
        <form method="post" action={action}>
          {atOnce.map(({ act, label }) => (
            <button key={act} type="submit" name="act" value={act} className="btn">
              {label}
              <span className="sr"> {name}</span>
            </button>
          ))}
        </form>
      )}
      {acts.map(({ act, label, href }) =>
        href === null ? null : (
          <a key={act} href={href} className="btn">
            {label}
            <span className="sr"> {name}</span>
          </a>
        ),
      )}
    </div>
  )
}
