import type { ComponentProps } from 'react'
import { AttemptList } from '../ui/attempt-list'

/** All attempts of a course, each with the way to its result. */
export function EarlierAttempts(list: ComponentProps<typeof AttemptList>) {
  return (
    <section className="stack" aria-labelledby="earlier">
      <h2 id="earlier">{list.t('exam.earlier')}</h2>
      <AttemptList {...list} />
    </section>
  )
}
