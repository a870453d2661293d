type Part = { key: string; href: string; label: string; current: boolean }

/** Links to the parts of a long page, which are shown one at a time. */
export function PartLinks({ label, parts }: { label: string; parts: readonly Part[] }) {
  return (
    <nav aria-label={label} className="kinds">
      <ul className="plain row">
        {parts.map(({ key, href, label: name, current }) => (
          <li key={key}>
            <a className="btn" href={href} aria-current={current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
