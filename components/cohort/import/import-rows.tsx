import { CardTable } from '../../ui/card-table'
import { Name } from '../../ui/name'

export type ReportRow = {
  line: string
  email: string
  name: string
  institution: string
  function: { text: string; note: string | null } | null
  tone: 'ok' | 'bad' | 'warn' | ''
  text: string
}
type Props = {
  caption: string
  headings: { line: string; email: string; person: string; function: string; verdict: string }
  rows: readonly ReportRow[]
}

/** Each row of an import with its planned or actual result, under its line number in the file. */
export function ImportRows({ caption, headings, rows }: Props) {
  return (
    <CardTable caption={caption} headings={Object.values(headings)}>
      {rows.map((row) => (
        <tr key={row.line}>
          <td data-label={headings.line} className="num">
            {row.line}
          </td>
          <th scope="row">
            <bdi>{row.email || '—'}</bdi>
          </th>
          <td data-label={headings.person}>
            <Name>{row.name}</Name>
            {row.institution && <Below text={row.institution} />}
          </td>
          <td data-label={headings.function}>
            <bdi>{row.function?.text ?? '—'}</bdi>
            {row.function?.note && <Below text={row.function.note} />}
          </td>
          <td data-label={headings.verdict}>
            <span className={`chip ${row.tone}`}>{row.text}</span>
          </td>
        </tr>
      ))}
    </CardTable>
  )
}

function Below({ text }: { text: string }) {
  return (
    <div className="sm muted">
      <bdi>{text}</bdi>
    </div>
  )
}
