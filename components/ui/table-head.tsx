/** The caption, for readers who cannot see the page around the table, and the headings. */
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
