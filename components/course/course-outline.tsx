import { Check, Scale } from 'lucide'
import type { Locale } from '@/domain/locale'
import { Icon } from '../ui/icon'
import { Inline } from '../ui/inline'

type Item = {
  id: string
  /** Null while the learner may not open it. */
  href: string | null
  title: string
  /** What the reader can do after it, as the author wrote it. A phone shows the first one only. */
  abilities: readonly string[]
  /** How long it is. */
  minutes: string
  done: boolean
}
type Texts = { done: string; current: string }
type Props = {
  title: string
  texts: Texts
  lessons: readonly Item[]
  /** Null if the course has no exam. */
  exam: Omit<Item, 'id'> | null
  /** The lesson to go on with, or `exam`; null for a reader who is not enrolled or has done everything. */
  current: string | null
  locale: Locale
  /** The field that searches the lessons, for a reader who may open them. */
  search?: React.ReactNode
}

/** The plan of a course: what is done, what comes next, and the exam at its end. */
export function CourseOutline({ title, texts, lessons, exam, current, locale, search }: Props) {
  return (
    <section className="stack" aria-labelledby="outline">
      <h2 id="outline">{title}</h2>
      {search}
      <ol className="plan plain">
        {lessons.map((lesson, place) => (
          <PlanLine
            key={lesson.id}
            {...lesson}
            number={place + 1}
            current={lesson.id === current}
            texts={texts}
            locale={locale}
          />
        ))}
        {exam && (
          <PlanLine {...exam} id="exam" number={null} current={current === 'exam'} texts={texts} locale={locale} />
        )}
      </ol>
    </section>
  )
}

/** @param number the place of a lesson; null for the exam. */
function PlanLine({ href, title, abilities, minutes, done, number, current, texts, locale }: Item & LineProps) {
  const states = [done && 'done', current && 'current', number === null && 'final'].filter(Boolean)
  return (
    <li className={states.join(' ') || undefined}>
      <span className="n num">{done ? <Icon node={Check} /> : (number ?? <Icon node={Scale} />)}</span>
      <div>
        <h3>
          <a href={href ?? undefined} aria-current={current ? 'step' : undefined}>
            {title}
            {done && <span className="sr"> ({texts.done})</span>}
            {current && <span className="sr"> ({texts.current})</span>}
          </a>
        </h3>
        {abilities.length > 0 && (
          <ul className="plain can">
            {abilities.map((ability) => (
              <li key={ability}>
                <Inline source={ability} locale={locale} />
              </li>
            ))}
          </ul>
        )}
        <p className="t num">{minutes}</p>
      </div>
    </li>
  )
}
type LineProps = { number: number | null; current: boolean; texts: Texts; locale: Locale }
