type PageLink = { href: string; label: string }
export type Pages = {
  /** The name of the paged list, for screen readers. */
  label: string
  /** Says which page is shown. */
  text?: string
  before: PageLink | null
  after: PageLink | null
}

/** Renders nothing if all rows fit on one page. */
export function Pager({ label, text, before, after }: Pages) {
  if (!before && !after) return null
  return (
    <nav className="row between" aria-label={label}>
      <span className="sm muted">{text}</span>
      <span className="row">
        {before && (
          <a className="btn" href={before.href} rel="prev">
            {before.label}
          </a>
        )}
        {after && (
          <a className="btn" href={after.href} rel="next">
            {after.label}
          </a>
        )}
      </span>
    </nav>
  )
}

/** The link to another page of a list; null if there is none. */
export function pageLink(href: string | null, label: string): PageLink | null {
  return href === null ? null : { href, label }
}
