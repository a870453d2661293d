import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { courseReading } from '@/tests/support/course-reading'
import { CoursePage } from './course-page'

const t = translator('fr')
const NOW = new Date('2026-11-24T10:00:00Z')

/** The lines of the plan on the page of a course. */
function plan(given: Parameters<typeof courseReading>[0], takesPart = true): string[] {
  const course = courseReading(given)
  const html = renderToStaticMarkup(
    <CoursePage
      course={course}
      takesPart={takesPart}
      keepable={false}
      signedIn={false}
      handouts={[]}
      announcements={null}
      practice={null}
      locale="fr"
      t={t}
      now={NOW}
    />,
  )
  return (html.match(/<ol class="plan.*?<\/ol>/)?.[0] ?? '').split('<li').slice(1)
}

const CURRENT = 'aria-current="step"'

it('marks what is done and what comes next, in words too', () => {
  const [first, second, exam] = plan({ done: 1 })

  expect(first).toContain(`(${t('lesson.completed')})`)
  expect(first).not.toContain(CURRENT)
  expect(second).toContain(CURRENT)
  expect(second).toContain(`(${t('course.current')})`)
  expect(exam).not.toContain(CURRENT)
})

it('marks the exam as the next step once every lesson is done, unless the learner has to wait for it', () => {
  expect(plan({ done: 2 })[2]).toContain(CURRENT)
  const waiting = { status: 'cooling-down', opensAt: NOW, attemptsLeft: 1 } as const
  expect(plan({ done: 2, availability: waiting }).join()).not.toContain(CURRENT)
})

it('has no next step for a reader who is not enrolled, or may no longer take part', () => {
  expect(plan({ learner: null }).join()).not.toContain(CURRENT)
  expect(plan({ done: 1, access: 'closed' }, false).join()).not.toContain(CURRENT)
})

it('ends with the last lesson in a course without an exam', () => {
  expect(plan({ exam: null })).toHaveLength(2)
})
