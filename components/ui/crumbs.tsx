type Props = { label: string; links: readonly { href: string; label: string }[] }

/** The breadcrumbs, from the library to the list that holds this page. */
export function Crumbs({ label, links }: Props) {
  return (
    <nav aria-label={label} className="crumbs sm">
      <ol className="plain row">
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
