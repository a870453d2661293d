import type { Names } from '@/domain/person/profile'

type Button = { action: string; fields: Readonly<Record<string, string>>; label: string }
export type MemberItem = Names & {
  accountId: string
  email: string
  /** A label such as "you" if the card is about the reader herself. */
  you: string | null
  roles: readonly { role: string; label: string; since: string; end: Button | null }[]
  /** Null if the page is not about an institution. */
  identity: { confirmed: boolean; said: React.ReactNode } | null
  confirm: Button | null
  withdraw: { href: string; label: string } | null
}
type Props = { member: MemberItem; texts: { identity: string; change: string; confirmLead: string } }

/** A person who belongs to an institution, with all that the reader may do about her. */
export function MemberCard({ member, texts }: Props) {
  const { nameArabic, nameLatin, email, you, roles, identity, confirm, withdraw } = member
  const ends = roles.flatMap(({ end }) => end ?? [])
  return (
    <li className="card member">
      <div className="stack-s">
        <h3 className="row">
          {nameArabic && <bdi lang="ar">{nameArabic}</bdi>}
          {nameLatin && <bdi lang="fr">{nameLatin}</bdi>}
          {you && <span className="chip">{you}</span>}
        </h3>
        <p className="sm muted">
          <bdi dir="ltr">{email}</bdi>
        </p>
      </div>
      <ul className="plain stack-s sm">
        {roles.map(({ role, label, since }) => (
          <li key={role} className="row">
            <strong>{label}</strong>
            <span className="muted">{since}</span>
          </li>
        ))}
      </ul>
      {identity && (
        <p className="row sm">
          <span className="muted">{texts.identity}</span>
          <span className={identity.confirmed ? 'chip ok' : 'chip'}>
            <span>{identity.said}</span>
          </span>
        </p>
      )}
      {(ends.length > 0 || confirm || withdraw) && (
        <details>
          <summary>{texts.change}</summary>
          <div className="row actions">
            {confirm && <p className="sm lead-in">{texts.confirmLead}</p>}
            {confirm && <OneButton {...confirm} />}
            {withdraw && (
              <a className="btn" href={withdraw.href}>
                {withdraw.label}
              </a>
            )}
            {ends.map((end) => (
              <OneButton key={end.label} {...end} look="danger" />
            ))}
          </div>
        </details>
      )}
    </li>
  )
}

function OneButton({ action, fields, label, look = '' }: Button & { look?: string }) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={`btn ${look}`.trim()}>
        {label}
      </button>
    </form>
  )
}
