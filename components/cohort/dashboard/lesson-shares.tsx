import { TableHead } from '../../ui/table-head'

export type LessonRow = { id: string; title: string; done: string; share: string }
type Props = { caption: string; headings: { lesson: string; done: string; share: string }; rows: readonly LessonRow[] }

/** The figures of the chart beside it, as a table. */
export function LessonShares({ caption, headings, rows }: Props) {
  return (
    <table>
      <TableHead caption={caption} headings={Object.values(headings)} />
      <tbody>
        {rows.map(({ id, title, done, share }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td className="num">{done}</td>
            <td className="num">{share}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
