import type { ReactNode } from 'react'

export type MeasureRow = { id: string; head: ReactNode; cells: readonly ReactNode[] }
type Props = { caption: string; headings: readonly string[]; rows: readonly MeasureRow[] }

/** Figures with what they are of, a line each; on a phone, a card each. The first heading is that of the rows. */
export function MeasureTable({ caption, headings, rows }: Props) {
  return (
    <table className="cards measures">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
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
