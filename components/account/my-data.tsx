/** One table of the data held about the person who reads it. */
export type DataTable = {
  id: string
  title: string
  records: readonly { key: string; facts: readonly { label: string; value: string }[] }[]
}

export function MyData({ tables }: { tables: readonly DataTable[] }) {
  return tables.map((table) => (
    <details key={table.id} className="card">
      <summary>{table.title}</summary>
      <ol className="plain stack">
        {table.records.map((record) => (
          <li key={record.key}>
            <dl className="record">
              {record.facts.map((fact) => (
                <div key={fact.label}>
                  <dt>{fact.label}</dt>
                  <dd>
                    <bdi>{fact.value}</bdi>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </details>
  ))
}
