import { Fragment } from 'react'
import type { Situation } from '@/domain/cohort/at-risk'
import { CardTable } from '../../ui/card-table'
import { Name } from '../../ui/name'
import { ProgressBar } from '../../ui/progress-bar'

/** A person's progress in one course. `progress`: `3 of 9`, in words. */
type CourseCell = { id: string; done: number; total: number; progress: string; exam: string }
export type PersonRow = {
  id: string
  name: string
  /** Her page. */
  href: string
  /** In each course, in order. */
  courses: readonly CourseCell[]
  lastActive: string
  situation: Situation
  status: string
}
type Headings = {
  person: string
  /** The title of each course; of a single course its progress and its exam have columns of their own. */
  courses: readonly string[]
  progress: string
  exam: string
  lastActive: string
  status: string
}
type Props = { caption: string; headings: Headings; people: readonly PersonRow[] }

const TONES: Readonly<Record<Situation, string>> = {
  certified: 'ok',
  passed: 'ok',
  ready: 'ok',
  'on-track': '',
  'not-started': 'warn',
  late: 'warn',
  inactive: 'bad',
  'out-of-attempts': 'bad',
}

/** Shows progress and pass or fail, never an answer. On a phone each row is a card. */
export function PeopleTable({ caption, headings, people }: Props) {
  const { person, courses, progress, exam, lastActive, status } = headings
  const several = courses.length > 1
  return (
    <CardTable caption={caption} headings={[person, ...(several ? courses : [progress, exam]), lastActive, status]}>
      {people.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <a href={row.href}>
              <Name>{row.name}</Name>
            </a>
          </th>
          {row.courses.map((course, place) =>
            several ? (
              <td key={course.id} data-label={courses[place]}>
                <span className="in-course">
                  <Progress {...course} />
                  <span className="sm">{course.exam}</span>
                </span>
              </td>
            ) : (
              <Fragment key={course.id}>
                <td data-label={progress}>
                  <Progress {...course} />
                </td>
                <td data-label={exam}>{course.exam}</td>
              </Fragment>
            ),
          )}
          <td data-label={lastActive}>{row.lastActive}</td>
          <td data-label={status}>
            <span className={`chip ${TONES[row.situation]}`}>{row.status}</span>
          </td>
        </tr>
      ))}
    </CardTable>
  )
}

function Progress({ done, total, progress }: CourseCell) {
  return (
    <span className="bar-beside">
      <ProgressBar label={progress} value={done} max={total} />
      <span className="num">{progress}</span>
    </span>
  )
}
