type Props = { label: string; letters: readonly { letter: string; href: string }[] }

/** Links to the letters of a long alphabetical list. */
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
