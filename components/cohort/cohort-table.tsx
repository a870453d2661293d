import type { Phase } from '@/domain/cohort/phase'
import { CardTable } from '../ui/card-table'
import { Name } from '../ui/name'

type Row = { id: string; href: string; name: string; course: string; days: string; phase: Phase; state: string }
type Props = {
  caption: string
  headings: { name: string; course: string; days: string; state: string }
  rows: readonly Row[]
}

const TONES: Readonly<Record<Phase, string>> = { planned: 'warn', running: 'ok', over: '', archived: '' }

export function CohortTable({ caption, headings, rows }: Props) {
  return (
    <CardTable caption={caption} headings={Object.values(headings)}>
      {rows.map(({ id, href, name, course, days, phase, state }) => (
        <tr key={id}>
          <th scope="row">
            <a href={href}>
              <Name>{name}</Name>
            </a>
          </th>
          <td data-label={headings.course}>{course}</td>
          <td data-label={headings.days}>{days}</td>
          <td data-label={headings.state}>
            <span className={`chip ${TONES[phase]}`}>{state}</span>
          </td>
        </tr>
      ))}
    </CardTable>
  )
}
