import { TableHead } from './table-head'

type Props = { caption: string; headings: readonly string[]; children: React.ReactNode }

/** A table whose rows become cards on a phone. There each cell shows its heading from `data-label`. */
export function CardTable({ caption, headings, children }: Props) {
  return (
    <table className="cards">
      <TableHead caption={caption} headings={headings} />
      <tbody>{children}</tbody>
    </table>
  )
}
