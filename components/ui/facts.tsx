export type Fact = { label: string; value: React.ReactNode }

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="stated">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
