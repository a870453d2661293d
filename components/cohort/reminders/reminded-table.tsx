import { CardTable } from '../../ui/card-table'
import { Name } from '../../ui/name'

type Fact = { heading: string; text: string; lang?: string }
type Row = { id: string; name: string; facts: readonly Fact[] }
type Props = { caption: string; person: string; people: readonly Row[] }

/** People, with one or two facts about each. The facts are the same for all. */
export function RemindedTable({ caption, person, people }: Props) {
  const headings = people[0]?.facts.map(({ heading }) => heading) ?? []
  return (
    <CardTable caption={caption} headings={[person, ...headings]}>
      {people.map(({ id, name, facts }) => (
        <tr key={id}>
          <th scope="row">
            <Name>{name}</Name>
          </th>
          {facts.map(({ heading, text, lang }) => (
            <td key={heading} data-label={heading}>
              <span lang={lang}>{text}</span>
            </td>
          ))}
        </tr>
      ))}
    </CardTable>
  )
}
