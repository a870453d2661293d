import type { Situation } from '@/domain/cohort/at-risk'
import { CardTable } from '../../ui/card-table'
import { ProgressBar } from '../../ui/progress-bar'

export type PersonRow = {
  id: string
  name: string
  done: number
  total: number
  /** `3 of 9`, in words. */
  progress: string
  exam: string
  lastActive: string
  situation: Situation
  status: string
}
type Headings = { person: string; progress: string; exam: string; lastActive: string; status: string }
type Props = { caption: string; headings: Headings; people: readonly PersonRow[] }

const TONES: Readonly<Record<Situation, string>> = {
  certified: 'ok',
  ready: 'ok',
  'on-track': '',
  'not-started': 'warn',
  late: 'warn',
  inactive: 'bad',
  'out-of-attempts': 'bad',
}

/** Shows progress and pass or fail, never an answer. On a phone each row is a card. */
export function PeopleTable({ caption, headings, people }: Props) {
  return (
    <CardTable caption={caption} headings={Object.values(headings)}>
      {people.map(({ id, name, done, total, progress, exam, lastActive, situation, status }) => (
        <tr key={id}>
          <th scope="row">
            <bdi>{name}</bdi>
          </th>
          <td data-label={headings.progress}>
            <span className="bar-beside">
              <ProgressBar label={progress} value={done} max={total} />
              <span className="num">{progress}</span>
            </span>
          </td>
          <td data-label={headings.exam}>{exam}</td>
          <td data-label={headings.lastActive}>{lastActive}</td>
          <td data-label={headings.status}>
            <span className={`chip ${TONES[situation]}`}>{status}</span>
          </td>
        </tr>
      ))}
    </CardTable>
  )
}
