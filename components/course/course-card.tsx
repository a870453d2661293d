type Props = {
  href: string
  title: string
  summary: string
  facts: readonly string[]
  objectives: readonly string[]
  objectivesLabel: string
  open: string
  /** Folds the objectives, on a page that is about more than courses. */
  folded?: boolean
}

export function CourseCard({ href, title, summary, facts, objectives, objectivesLabel, open, folded = false }: Props) {
  return (
    <article className="card course-card stack">
      <h3>
        <a href={href}>{title}</a>
      </h3>
      <p>{summary}</p>
      <ul className="facts sm muted">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {objectives.length > 0 && (
        <details open={!folded} className="sm">
          <summary>{objectivesLabel}</summary>
          <ul>
            {objectives.map((objective) => (
              <li key={objective}>{objective}</li>
            ))}
          </ul>
        </details>
      )}
      <p>
        <a className="btn" href={href}>
          {open}
        </a>
      </p>
    </article>
  )
}
