import { describe, expect, it } from 'vitest'
import { lesson, localized, releasedFile, singleChoice } from '@/tests/support/course-factories'
import type { Course, Lesson } from './course'
import { courseEntries, lessonEntries } from './lesson-entries'

const file = releasedFile
const BODY = {
  ar: '## الفعل {#act}\n\nفعل واحد يكفي.\n\n## الغرض {#purpose}\n\nالاستغلال.',
  fr: '## L’acte {#act}\n\nUn seul suffit.\n\n## Le but {#purpose}\n\nL’exploitation.',
  en: '## The act {#act}\n\nOne is enough.\n\n## The purpose {#purpose}\n\nExploitation.',
}
const entries = (lessons: Lesson[], access: Course['file']['access'] = 'open') =>
  lessonEntries([{ file: { ...file, access }, lessons }])

describe('a lesson', () => {
  it('is found as a whole by its title and summary', () => {
    expect(entries([lesson({ bodies: BODY })])[0]).toEqual({
      id: 'lesson fundamentals offence',
      kind: 'lesson',
      path: '/courses/fundamentals/lessons/offence?at=resume',
      page: '/courses/fundamentals/lessons/offence',
      title: localized('title'),
      body: localized('summary'),
      also: {},
    })
  })

  it('is found by each section, at its place, under both titles', () => {
    const sections = entries([lesson({ bodies: BODY })]).filter(({ path }) => !path.endsWith('resume'))

    expect(sections.map(({ path, title }) => [path.split('?at=')[1], title.fr])).toEqual([
      ['act', 'texte title · L’acte'],
      ['purpose', 'texte title · Le but'],
    ])
    expect(sections[1]?.body).toMatchObject({ fr: 'L’exploitation.', en: 'Exploitation.' })
  })

  it('is one page', () => {
    expect(new Set(entries([lesson({ bodies: BODY })]).map(({ page }) => page)).size).toBe(1)
  })

  it('keeps its practice out of the search', () => {
    const asked = lesson({ bodies: BODY, practice: [singleChoice({ stem: localized('secret') })] })

    expect(JSON.stringify(entries([asked]))).not.toContain('secret')
  })
})

it.each([
  ['open', true],
  ['public', true],
  ['closed', false],
] as const)('searches the lessons of a course that is %s: %s', (access, searched) => {
  expect(entries([lesson({ bodies: BODY })], access).length > 0).toBe(searched)
})

describe('the search in one course', () => {
  const within = courseEntries({ file: { ...file, access: 'closed' }, lessons: [lesson({ bodies: BODY })] })

  it('finds each section by itself, also in a closed course', () => {
    expect(within.map(({ page }) => page)).toEqual([
      '/courses/fundamentals/lessons/offence?at=resume',
      '/courses/fundamentals/lessons/offence?at=act',
      '/courses/fundamentals/lessons/offence?at=purpose',
    ])
  })
})
