import type { MemberAct } from '@/domain/cohort/member-acts'
import type { MemberStatus } from '@/domain/cohort/membership'
import type { Translator } from '@/i18n/translator'
import { Name } from '../../ui/name'

export type ActButton = {
  act: MemberAct
  label: string
  /** The page that asks for confirmation; null if the act is done at once. */
  page: string | null
  /** The address to which an act without confirmation is posted. */
  action: string
}
export type MemberRow = {
  id: string
  name: string
  email: string
  /** Her page. */
  href: string
  /** Her function and court, where they are known. */
  about: readonly string[]
  status: MemberStatus
  statusText: string
  since: string
  letter: string
  letterOn: string | null
  letterFailed: boolean
  chooseText: string
  acts: readonly ActButton[]
}
type Headings = { choose: string; person: string; about: string; status: string; since: string; letter: string }
type Props = {
  caption: string
  headings: Headings
  people: readonly MemberRow[]
  /** Each row has a checkbox to choose the person. */
  choosing: boolean
}

const ONE_FORM = 'one'

/** The form whose buttons are in the rows. Its hidden button is for HTML checkers, which require one in each form. */
export function OneForm({ action, t }: { action: string; t: Translator }) {
  return (
    <form id={ONE_FORM} method="post" action={action}>
      <button type="submit" hidden disabled>
        {t('cohorts.people.admit')}
      </button>
    </form>
  )
}

export const STATUS_TONES: Readonly<Record<MemberStatus, string>> = {
  invited: '',
  asked: 'warn',
  waiting: 'warn',
  active: 'ok',
  refused: 'bad',
  withdrawn: '',
  transferred: '',
}

/** The members of a cohort, each with a box to choose her and a link to her page. On a phone each row is a card. */
export function MemberTable({ caption, headings, people, choosing }: Props) {
  return (
    <table className="cards picks">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          {choosing && (
            <th scope="col">
              <span className="sr">{headings.choose}</span>
            </th>
          )}
          <th scope="col">{headings.person}</th>
          <th scope="col">{headings.about}</th>
          <th scope="col">{headings.status}</th>
          <th scope="col">{headings.since}</th>
          <th scope="col">{headings.letter}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id} person={person} headings={headings} choosing={choosing} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { person: MemberRow; headings: Headings; choosing: boolean }

function Row({ person, headings, choosing }: RowProps) {
  const { id, name, email, href, about, status, statusText, since, letter, letterOn, letterFailed, acts } = person
  return (
    <tr id={`m-${id}`}>
      {choosing && (
        <td className="pick-cell">
          <label className="pick">
            <input type="checkbox" name="who" value={id} />
            <span className="sr">{person.chooseText}</span>
          </label>
        </td>
      )}
      <th scope="row">
        <a href={href}>
          <Name>{name || email}</Name>
        </a>
        {name && (
          <span className="email xs muted">
            <bdi dir="ltr">{email}</bdi>
          </span>
        )}
      </th>
      <td data-label={headings.about}>
        <span className="about">{about.length === 0 ? '—' : about.map((line) => <bdi key={line}>{line}</bdi>)}</span>
      </td>
      <td data-label={headings.status}>
        <span className={`chip ${STATUS_TONES[status]}`.trim()}>{statusText}</span>
        {acts.length > 0 && <ActButtons acts={acts} name={name || email} />}
      </td>
      <td data-label={headings.since}>{since}</td>
      <td data-label={headings.letter}>
        <span>
          <span className={letterFailed ? 'chip bad' : undefined}>{letter}</span>
          {letterOn && <span className="xs muted email">{letterOn}</span>}
        </span>
      </td>
    </tr>
  )
}

/** Buttons and links about one person. The form of the buttons is elsewhere, because forms cannot be nested. */
export function ActButtons({ acts, name }: { acts: readonly ActButton[]; name: string }) {
  return (
    <span className="acts">
      {acts.map(({ act, label, page, action }) =>
        page === null ? (
          <button key={act} type="submit" form={ONE_FORM} formAction={action} name="act" value={act} className="btn">
            {label}
            <span className="sr"> {name}</span>
          </button>
        ) : (
          <a key={act} href={page} className="btn">
            {label}
            <span className="sr"> {name}</span>
          </a>
        ),
      )}
    </span>
  )
}
