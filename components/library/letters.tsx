type Props = { label: string; letters: readonly { letter: string; href: string }[] }

/** The alphabet of a long list. */
export function Letters({ label, letters }: Props) {
  return (
    <nav aria-label={label} className="jump letters">
      <ul className="plain">
        {letters.map(({ letter, href }) => (
          <li key={letter}>
            <a href={href}>{letter}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
