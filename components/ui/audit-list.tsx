import { type Fact, Facts } from './facts'

export type AuditItem = { id: string; date: string; act: string; facts: readonly Fact[] }
type Props = {
  items: readonly AuditItem[]
  none: string
  /** Links to the neighbouring pages of the list. */
  newest: { href: string; label: string } | null
  older: { href: string; label: string } | null
}

/** The audit log, newest entry first. Each entry says what was done, by whom, about whom, why and when. */
export function AuditList({ items, none, newest, older }: Props) {
  return (
    <>
      {items.length === 0 && <p className="muted">{none}</p>}
      {items.length > 0 && (
        <ol className="plain people-list card">
          {items.map((item) => (
            <li key={item.id} className="audit-entry">
              <p className="row between">
                <strong>{item.act}</strong>
                <span className="sm muted">{item.date}</span>
              </p>
              <Facts facts={item.facts} />
            </li>
          ))}
        </ol>
      )}
      {(newest || older) && (
        <p className="row">
          {newest && (
            <a className="btn" href={newest.href}>
              {newest.label}
            </a>
          )}
          {older && (
            <a className="btn" href={older.href}>
              {older.label}
            </a>
          )}
        </p>
      )}
    </>
  )
}
