import { CardTable } from '../../ui/card-table'

type Person = { id: string; name: string; letter: string; failed: boolean }
type Run = {
  id: string
  at: string
  by: string
  why: string
  count: string
  failed: string | null
  people: readonly Person[]
}
type Props = {
  caption: string
  headings: { at: string; by: string; why: string; people: string }
  runs: readonly Run[]
}

/** Each time reminders were sent, with the people who got one, folded under their number. */
export function ReminderLog({ caption, headings, runs }: Props) {
  return (
    <CardTable caption={caption} headings={Object.values(headings)}>
      {runs.map(({ id, at, by, why, count, failed, people }) => (
        <tr key={id}>
          <th scope="row">{at}</th>
          <td data-label={headings.by}>
            <bdi>{by}</bdi>
          </td>
          <td data-label={headings.why}>{why}</td>
          <td data-label={headings.people}>
            <details>
              <summary>
                {count} {failed && <span className="chip bad">{failed}</span>}
                <span className="sr"> {at}</span>
              </summary>
              <ul className="plain sent-to">
                {people.map((person) => (
                  <li key={person.id} className="row">
                    <bdi>{person.name}</bdi>
                    <span className={person.failed ? 'chip bad' : 'sm muted'}>{person.letter}</span>
                  </li>
                ))}
              </ul>
            </details>
          </td>
        </tr>
      ))}
    </CardTable>
  )
}
