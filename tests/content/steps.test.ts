import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { DRAWINGS } from '@/domain/text/marks'
import { listCourses, readCourse } from '@/server/content/read-course'

// A step of a lesson is one section of the second level. The reader meets one at a time, so each has to end with
// something to do, and cannot begin with a list whose introduction stood in the step before.

const SECTION = /^heading 2 \{#(.*)\}$/
const A_LIST = /^(numbered )?list of |^table of /

const lessons = listCourses(process.cwd()).flatMap((id) => readCourse(process.cwd(), id).course.lessons)

/** The shapes of the blocks of each section, without its heading. */
function sectionsIn(shapes: readonly string[]): { id: string; blocks: string[] }[] {
  const sections: { id: string; blocks: string[] }[] = []
  for (const shape of shapes) {
    const [, id] = SECTION.exec(shape) ?? []
    if (id !== undefined) sections.push({ id, blocks: [] })
    else sections.at(-1)?.blocks.push(shape)
  }
  return sections
}

describe.each(lessons)('lesson $id', ({ prose }) => {
  it.each(LOCALES)('has steps in %s that each end with a question', (locale) => {
    const sections = sectionsIn(prose[locale]?.blocks.map(({ shape }) => shape) ?? [])

    expect(sections.length).toBeGreaterThan(3)
    expect(sections.filter(({ blocks }) => !blocks.at(-1)?.startsWith('::quiz')).map(({ id }) => id)).toEqual([])
  })

  it.each(LOCALES)('has no step in %s that begins with a list or a table', (locale) => {
    const sections = sectionsIn(prose[locale]?.blocks.map(({ shape }) => shape) ?? [])

    expect(sections.filter(({ blocks }) => A_LIST.test(blocks[0] ?? '')).map(({ id }) => id)).toEqual([])
  })

  it.each(LOCALES)('has no step in %s with two drawings', (locale) => {
    const sections = sectionsIn(prose[locale]?.blocks.map(({ shape }) => shape) ?? [])

    expect(sections.filter(({ blocks }) => blocks.filter(isDrawing).length > 1).map(({ id }) => id)).toEqual([])
  })
})

function isDrawing(shape: string): boolean {
  return DRAWINGS.some((kind) => shape.startsWith(`:::${kind}`))
}
