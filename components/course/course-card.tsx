type Props = {
  href: string
  title: string
  summary: string
  facts: readonly string[]
  objectives: readonly string[]
  objectivesLabel: string
  open: string
}

export function CourseCard({ href, title, summary, facts, objectives, objectivesLabel, open }: Props) {
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
        <div>
          <p className="sm">
            <strong>{objectivesLabel}</strong>
          </p>
          <ul className="sm">
            {objectives.map((objective) => (
              <li key={objective}>{objective}</li>
            ))}
          </ul>
        </div>
      )}
      <p>
        <a className="btn" href={href}>
          {open}
        </a>
      </p>
    </article>
  )
}
