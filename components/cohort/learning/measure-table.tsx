import type { ReactNode } from 'react'
import { TableHead } from '../../ui/table-head'

export type MeasureRow = { id: string; head: ReactNode; cells: readonly ReactNode[] }
type Props = { caption: string; headings: readonly string[]; rows: readonly MeasureRow[] }

/** One figure a row, with what it measures; on a phone, one card each. The first heading is that of the row names. */
export function MeasureTable({ caption, headings, rows }: Props) {
  return (
    <table className="cards measures">
      <TableHead caption={caption} headings={headings} />
      <tbody>
        {rows.map(({ id, head, cells }) => (
          <tr key={id}>
            <th scope="row">{head}</th>
            {headings.slice(1).map((heading, place) => (
              <td key={heading} data-label={heading}>
                <div>{cells[place]}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
