import { CardTable } from '../../ui/card-table'

type Props = {
  caption: string
  headings: { written: string; taken: string }
  columns: readonly { written: string; taken: string | null }[]
  unused: string
}

/** How the import understood each column, in the order of the file. */
export function ImportColumns({ caption, headings, columns, unused }: Props) {
  return (
    <CardTable caption={caption} headings={Object.values(headings)}>
      {columns.map(({ written, taken }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two columns may be headed alike, and their order is all that tells them apart
        <tr key={place}>
          <th scope="row">
            <bdi>{written}</bdi>
          </th>
          <td data-label={headings.taken}>{taken ?? <span className="chip warn">{unused}</span>}</td>
        </tr>
      ))}
    </CardTable>
  )
}
