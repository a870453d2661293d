import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { checkedCourse } from '@/server/content/check-content'
import { library } from '@/server/content/library'

const COURSES = ['detection', 'referral', 'trial']

const lessons = COURSES.flatMap((id) =>
  checkedCourse(process.cwd(), id, library()).course.lessons.flatMap((lesson) =>
    LOCALES.flatMap((locale) => lesson.prose[locale]?.path ?? []),
  ),
)

/** The sections of a text, each with its heading, its first block and its last. */
function sectionsOf(path: string) {
  const [, ...sections] = readFileSync(path, 'utf8').split(/^(?=## )/m)
  return sections.map((section) => {
    const [heading = '', first = '', ...others] = section.trim().split(/\n{2,}/)
    return { heading, first, last: others.at(-1) ?? '' }
  })
}

describe.each(lessons)('%s', (path) => {
  const sections = sectionsOf(path)

  it('ends each section with a question', () => {
    expect(sections.length).toBeGreaterThan(4)
    expect(sections.filter(({ last }) => !last.startsWith('::quiz{')).map(({ heading }) => heading)).toEqual([])
  })

  it('begins no section with a list or a table', () => {
    expect(sections.filter(({ first }) => /^(?:[-|]|\d+\.) ?/.test(first)).map(({ heading }) => heading)).toEqual([])
  })
})
