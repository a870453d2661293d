import { TableHead } from '../ui/table-head'

type Row = { id: string; head: string; cells: readonly string[] }
type Props = {
  caption: string
  /** With the id of a row, the anchor of that row. */
  id: string
  headings: readonly string[]
  rows: readonly Row[]
}

/**
 * A table of many numbers. It stays a table on a phone: the names of the rows stay in sight while the numbers scroll.
 */
export function CountTable({ caption, id: table, headings, rows }: Props) {
  return (
    <table className="counts">
      <TableHead caption={caption} headings={headings} />
      <tbody>
        {rows.map(({ id, head, cells }) => (
          <tr key={id} id={`${table}-${id}`} className={id === 'total' ? 'total' : undefined}>
            <th scope="row">{head}</th>
            {headings.slice(1).map((heading, place) => (
              <td key={heading} className="num">
                {cells[place]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
