type Props = { caption: string; headings: readonly string[]; children: React.ReactNode }

/** A table whose rows are cards on a phone, where each cell bears its heading in `data-label`. */
export function CardTable({ caption, headings, children }: Props) {
  return (
    <table className="cards">
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
      <tbody>{children}</tbody>
    </table>
  )
}
