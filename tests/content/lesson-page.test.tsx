import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LessonBody, QUIZ_MARK } from '@/components/course/lesson-body'
import { PracticeQuestion, practicePlace } from '@/components/practice/practice-question'
import { lessonText } from '@/domain/course/lesson-text'
import { readCitation } from '@/domain/library/resolve-citation'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { shippedContent } from '@/tests/support/shipped-content'

const lessons = shippedContent().courses.flatMap((course) =>
  course.lessons.map((lesson) => ({ id: `${course.file.id}/${lesson.file.id}`, lesson, course })),
)

/** The body of a lesson as its page shows it, including the questions. */
function bodyOf({ lesson, course }: (typeof lessons)[number], locale: Locale): string {
  const t = translator(locale)
  const body = renderToStaticMarkup(
    <LessonBody
      text={lesson.bodies[locale]}
      read={lessonText(lesson, locale)}
      locale={locale}
      t={t}
      law={course}
      terms={course.terms}
      lawDate={course.file.lawDate}
      changes={[]}
      at={{ page: '', site: '' }}
    />,
  )
  return body
    .split(QUIZ_MARK)
    .map((piece, index) => {
      const question = index % 2 === 1 ? lesson.practice.find(({ id }) => id === piece) : undefined
      if (!question) return piece
      const place = practicePlace(lesson.practice, question)
      const asked = { question, place, answer: null, citing: () => null, locale, t, action: '', report: '' }
      return renderToStaticMarkup(<PracticeQuestion {...asked} />)
    })
    .join('')
}

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found)
const twice = (values: readonly string[]) => values.filter((value, place) => values.indexOf(value) !== place)

describe.each(lessons)('the page of lesson $id', (given) => {
  const pages = Object.fromEntries(LOCALES.map((locale) => [locale, bodyOf(given, locale)]))
  const pageIn = (locale: Locale) => pages[locale] ?? ''

  it.each(LOCALES)('has no id twice in %s', (locale) => {
    expect(twice(all(pageIn(locale), /\sid="([^"]+)"/g))).toEqual([])
  })

  it.each(LOCALES)('links back in %s from each cited text to a passage that cites it', (locale) => {
    const html = pageIn(locale)
    const cited = [
      ...html.matchAll(/<div id="(cited-[^"]+)" class="cited-text">.*?class="to-passage" href="#([^"]+)"/gs),
    ]

    expect(cited).toHaveLength(all(html, /class="(cited-text)"/g).length)
    for (const [, target, passage] of cited) {
      expect(html).toContain(` id="${passage}" href="#${target}" data-cite="`)
    }
    const targets = all(html, /<a class="cite[^"]*" id="[^"]+" href="#([^"]+)"/g)
    for (const target of targets) expect(html).toContain(`<div id="${target}" class="cited-text">`)
  })

  it.each(LOCALES)('gives each of its questions its own name in %s, in their order', (locale) => {
    const html = pageIn(locale)
    const names = all(html, /<h3 id="quiz-[^"]+-title">([^<]+)</g)

    expect(names).toHaveLength(given.lesson.practice.length)
    expect(twice(names)).toEqual([])
    const t = translator(locale)
    const total = names.length
    if (total > 1) expect(names).toEqual(names.map((_, place) => t('practice.nth', { n: place + 1, total })))
  })
})

it('has lessons that cite a provision whose id is the beginning of another one’s', () => {
  const prefixed = lessons.filter(({ lesson }) => {
    const ids = all(lesson.bodies.fr, /:cite\[[^\]]*\]\{id="([^"]+)"\}/g).map((id) => readCitation(id)?.provision ?? '')
    return ids.some((id) => ids.some((other) => other.startsWith(`${id}-`)))
  })
  expect(prefixed.length).toBeGreaterThan(0)
})
