import type { Verdict } from '@/domain/cohort/import/verdict'
import { CardTable } from './card-table'

type Row = {
  line: string
  email: string
  name: string
  verdict: Verdict
  text: string
}
type Props = {
  caption: string
  headings: { line: string; email: string; person: string; verdict: string }
  rows: readonly Row[]
}

const TONES: Record<Verdict, string> = { new: 'ok', existing: 'ok', 'already-in': '', wrong: 'bad' }

/** Each row of a list with what it would do, by the line that stands in the file. */
export function ListReport({ caption, headings, rows }: Props) {
  return (
    <CardTable caption={caption} headings={Object.values(headings)}>
      {rows.map(({ line, email, name, verdict, text }) => (
        <tr key={line}>
          <td data-label={headings.line} className="num">
            {line}
          </td>
          <th scope="row">
            <bdi>{email || '—'}</bdi>
          </th>
          <td data-label={headings.person}>
            <bdi>{name}</bdi>
          </td>
          <td data-label={headings.verdict}>
            <span className={`chip ${TONES[verdict]}`}>{text}</span>
          </td>
        </tr>
      ))}
    </CardTable>
  )
}
