import type { ReactNode } from 'react'
import { TableHead } from './table-head'

export type MeasureRow = { id: string; head: ReactNode; cells: readonly ReactNode[] }
type Props = { caption: string; headings: readonly string[]; rows: readonly MeasureRow[] }

/** Figures with what they are of, a line each; on a phone, a card each. The first heading is that of the rows. */
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
