import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { lesson } from '@/tests/support/course-factories'
import { courseReading } from '@/tests/support/course-reading'
import { CoursePage } from './course-page'

const t = translator('fr')
const NOW = new Date('2026-11-24T10:00:00Z')

type Given = Parameters<typeof courseReading>[0]

function pageOf(given: Given, takesPart = true): string {
  return renderToStaticMarkup(
    <CoursePage
      course={courseReading(given)}
      place={{ n: 2, total: 4 }}
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
}

/** The lines of the plan on the page of a course. */
function plan(given: Given, takesPart = true): string[] {
  return (pageOf(given, takesPart).match(/<ol class="plan.*?<\/ol>/)?.[0] ?? '').split('<h3').slice(1)
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

it('begins with its number, its title, its one button and the time, in this order, before anything else', () => {
  const page = pageOf({ done: 1 })
  const { release } = courseReading({})
  const title = release.course.file.title.fr
  const parts = [
    t('course.kind.open', { n: 2, total: 4 }),
    `<h1>${title}</h1>`,
    'class="btn primary',
    t('course.minutesLeft', { minutes: '30 minutes' }).replace(' minutes', ''),
    t('course.lawAsOf', { date: '' }).trim(),
    '<ol class="plan',
  ]

  const places = parts.map((part) => page.indexOf(part))
  expect(places.every((place) => place > 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(page.match(/class="btn primary/g)).toHaveLength(1)
})

it('says of each lesson what it lets her do, outside the link that names it', () => {
  const [first, second] = plan({})
  const { objectives } = lesson().file

  for (const line of [first, second]) {
    for (const objective of objectives) expect(line).toContain(`>${objective.fr}</li>`)
  }
  expect(first?.match(/<a .*?<\/a>/)?.[0]).not.toContain(objectives[0]?.fr)
})

it('shows no mark of an author in what a lesson lets her do', () => {
  const course = courseReading({})
  const written = {
    ar: 'وفق المادة :ref[82-5-1]',
    fr: 'selon l’article :ref[82-5-1]',
    en: 'under article :ref[82-5-1]',
  }
  for (const { file } of course.release.course.lessons) file.objectives = [written]
  const page = pageOf({ release: course.release })

  expect(page).toContain('82-5-1')
  expect(page).not.toContain(':ref[')
})
