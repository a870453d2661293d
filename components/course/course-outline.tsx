import { OutlineIcon, type OutlineItem } from './lesson-outline'

type CourseItem = Omit<OutlineItem, 'href'> & { href: string | null }

type Props = {
  title: string
  doneLabel: string
  /** Without links while the learner may not open the course. */
  lessons: readonly CourseItem[]
  /** Null if the course has no exam. */
  exam: Omit<CourseItem, 'id'> | null
}

export function CourseOutline({ title, doneLabel, lessons, exam }: Props) {
  return (
    <section className="stack" aria-labelledby="outline">
      <h2 id="outline">{title}</h2>
      <ol className="outline-list card">
        {[...lessons, ...(exam ? [{ ...exam, id: 'exam' }] : [])].map((item, place) => (
          <li key={item.id}>
            <a href={item.href ?? undefined} className={item.done ? 'done' : undefined}>
              <OutlineIcon done={item.done} current={false} />
              <span>
                {item.id !== 'exam' && <span className="num">{place + 1}. </span>}
                {item.title}
                {item.done && <span className="sr"> ({doneLabel})</span>}
              </span>
              <span className="t num">{item.minutes}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
