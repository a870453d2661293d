import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from '@/components/ui/markdown'
import { LOCALES, type Locale } from '@/domain/locale'
import { listCourses, readCourse } from '@/server/content/read-course'

/** What one drawing may add to a page. */
const MOST_BYTES = 8000

const root = process.cwd()
const lessons = listCourses(root).flatMap((id) => readCourse(root, id).course.lessons)

/** The blocks of a lesson as the reader's page renders them. */
function rendered(text: string, locale: Locale) {
  const html = renderToStaticMarkup(createElement(Markdown, { text, locale, numberedFrom: 0 }))
  return {
    blocks: [...html.matchAll(/<div id="b(\d+)" class="block">/g)].map(([, place]) => Number(place)),
    sections: [...html.matchAll(/<h[2-4] id="([^"]+)"/g)].map(([, id]) => id),
    html,
  }
}

// The checks and the page parse a lesson separately. A reader who changes the language stays at block n only if both
// find the same blocks.
describe.each(lessons)('lesson $id', ({ bodies, prose }) => {
  it.each(LOCALES)('is shown in %s as it was checked: the same blocks and sections', (locale) => {
    const { blocks, sections } = rendered(bodies[locale] ?? '', locale)

    expect(blocks).toEqual(prose[locale]?.blocks.map((_, place) => place))
    expect(sections).toEqual(prose[locale]?.headings.flatMap(({ id }) => id ?? []))
  })

  it.each(LOCALES)('has its drawings in %s, each of at most 8 kB', (locale) => {
    const drawings = rendered(bodies[locale] ?? '', locale).html.match(/<figure class="drawing .*?<\/figure>/gs) ?? []

    expect(drawings.length).toBeGreaterThan(0)
    expect(drawings).toHaveLength(prose[locale]?.drawings.length ?? 0)
    for (const drawing of drawings) expect(Buffer.byteLength(drawing)).toBeLessThan(MOST_BYTES)
  })

  it('isolates every number of an article in Arabic', () => {
    const { html } = rendered(bodies.ar ?? '', 'ar')
    const bare = html
      .replace(/<(bdi|x-ref)\b[^>]*>.*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, '')
      .match(/\d+-\d+/g)

    expect(bare?.filter((number) => !/^\d{4}-\d{4}$/.test(number)) ?? []).toEqual([])
  })
})
