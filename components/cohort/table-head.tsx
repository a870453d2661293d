/** What a table is of, for who cannot see it, and what its columns are. */
export function TableHead({ caption, headings }: { caption: string; headings: readonly string[] }) {
  return (
    <>
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
    </>
  )
}
