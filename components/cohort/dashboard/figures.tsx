export type Figure = { label: string; value: string; note: string }

/** A few figures that say how the cohort is getting on. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="figures">
      {figures.map(({ label, value, note }) => (
        <div key={label} className="card">
          <dt className="sm muted">{label}</dt>
          <dd>
            <strong className="num">{value}</strong>
            <span className="xs muted">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
