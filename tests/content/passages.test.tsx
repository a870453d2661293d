import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from '@/components/ui/markdown'
import { LOCALES } from '@/domain/locale'
import { passagesOf } from '@/server/content/passages'
import { shippedContent } from '@/tests/support/shipped-content'

const lessons = shippedContent().courses.flatMap((course) =>
  course.lessons.map((lesson) => ({ id: `${course.file.id}/${lesson.file.id}`, lesson, course })),
)

describe.each(lessons)('the passages of lesson $id', ({ lesson, course }) => {
  const passages = passagesOf(course, lesson)

  it.each(LOCALES)('are the numbered blocks of its page in %s', (locale) => {
    const html = renderToStaticMarkup(<Markdown text={lesson.bodies[locale]} locale={locale} numberedFrom={0} />)
    const numbered = [...html.matchAll(/<div id="b(\d+)" class="block">/g)].map(([, block]) => Number(block))

    expect(passages.map(({ block }) => block)).toEqual(numbered)
  })

  it.each(LOCALES)('say something in %s', (locale) => {
    expect(passages.filter(({ words }) => words[locale] === '')).toEqual([])
  })

  it('have a hash of their own', () => {
    const hashes = passages.map(({ hash }) => hash)

    expect(new Set(hashes).size).toBe(hashes.length)
  })
})
