export type KindLink = { key: string; href: string; label: string; count: number; current: boolean }

/** The kinds that were found, each with a link that shows it alone. */
export function SearchKinds({ label, kinds }: { label: string; kinds: readonly KindLink[] }) {
  return (
    <nav aria-label={label} className="kinds">
      <ul className="plain row">
        {kinds.map(({ key, href, label: name, count, current }) => (
          <li key={key}>
            <a className="btn" href={href} aria-current={current ? 'true' : undefined}>
              {name} <span className="num muted">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
