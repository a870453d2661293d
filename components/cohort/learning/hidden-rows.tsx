type Props = { title: string; rows: readonly { id: string; name: string; why: string }[] }

/** The hidden rows of a table, folded, so that they do not push the figures out of view. */
export function HiddenRows({ title, rows }: Props) {
  if (rows.length === 0) return null
  return (
    <details className="sm">
      <summary>{title}</summary>
      <ul>
        {rows.map(({ id, name, why }) => (
          <li key={id}>
            <bdi>{name}</bdi> <span className="muted">({why})</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
