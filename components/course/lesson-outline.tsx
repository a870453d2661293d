import { Check, Circle, CircleDot, List, Scale } from 'lucide'
import { Icon } from '../ui/icon'

export type OutlineItem = { id: string; href: string; title: string; minutes: string; done: boolean }
type Props = {
  title: string
  items: readonly OutlineItem[]
  current: string
  doneLabel: string
  /** The field that searches the course; a kept lesson has none, because the search needs the site. */
  search?: React.ReactNode
  /** The exam, while she can sit it. */
  exam?: { href: string; label: string } | null
}

export function LessonOutline({ title, items, current, doneLabel, search, exam = null }: Props) {
  return (
    <details className="outline no-print">
      <summary>
        <Icon node={List} />
        <span>{title}</span>
      </summary>
      {search}
      <ol>
        {items.map((item) => (
          <li key={item.id}>
            <a
              href={item.href}
              className={item.done ? 'done' : undefined}
              aria-current={item.id === current ? 'step' : undefined}
              data-key={item.id === current ? 'o' : undefined}
            >
              <OutlineIcon done={item.done} current={item.id === current} />
              <span>
                {item.title}
                {item.done && <span className="sr"> ({doneLabel})</span>}
              </span>
              <span className="t num">{item.minutes}</span>
            </a>
          </li>
        ))}
        {exam && (
          <li>
            <a href={exam.href}>
              <Icon node={Scale} />
              <span>{exam.label}</span>
            </a>
          </li>
        )}
      </ol>
    </details>
  )
}

export function OutlineIcon({ done, current }: { done: boolean; current: boolean }) {
  if (done) return <Icon node={Check} />
  return current ? <Icon node={CircleDot} /> : <Icon node={Circle} />
}
