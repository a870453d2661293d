type Row = { id: string; title: string; done: string; share: string }
type Props = { caption: string; headings: { lesson: string; done: string; share: string }; rows: readonly Row[] }

/** The figures of the chart beside it, as a table. */
export function LessonShares({ caption, headings, rows }: Props) {
  return (
    <table>
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{headings.lesson}</th>
          <th scope="col">{headings.done}</th>
          <th scope="col">{headings.share}</th>
        </tr>
      </thead>
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
