import { describe, expect, it } from 'vitest'
import { PENALTIES } from '@/domain/case/trafficking-penalties'
import type { PenaltyDegree } from '@/domain/library/brief'
import { checksOf, mistakesOf } from '@/domain/library/brief-parts'
import { resolveCitation } from '@/domain/library/resolve-citation'
import type { Locale } from '@/domain/locale'
import { listCourses, readCourse } from '@/server/content/read-course'
import { search } from '@/server/library/search'
import { buildSearchIndex } from '@/server/library/search-index'
import { shippedContent } from '../support/shipped-content'

const { library, courses } = shippedContent()
const index = buildSearchIndex({ library, courses })
const briefs = Object.values(library.briefs)
const lessons = new Set(
  listCourses(process.cwd()).flatMap((id) =>
    readCourse(process.cwd(), id).course.lessons.map((lesson) => `${id}/${lesson.id}`),
  ),
)
const degrees = briefs.flatMap(({ id, degrees: of = [] }) => of.map((degree) => ({ id, degree })))

/** How the statutes write the years of a degree. */
const YEARS: Readonly<Record<number, RegExp>> = { 1: /سنة/, 5: /خمس/, 10: /عشر/, 20: /عشرين/, 30: /ثلاثين/ }

const lawOf = ({ cites }: PenaltyDegree) =>
  cites.map((id) => resolveCitation(library, id, '2026-01-01')?.wording?.ar ?? '').join(' ')

it('has a brief for each offence of the section on trafficking, and for each measure', () => {
  expect(briefs.map(({ id }) => id)).toEqual([
    'trafficking',
    'failure-to-report',
    'pressure',
    'endangering',
    'use-of-services',
    'custody',
    'search-and-seizure',
    'assets',
    'victim-protection',
    'recovery-period',
    'witness-protection',
    'hearing-a-child',
    'compensation',
    'non-punishment',
    'letter-rogatory',
  ])
})

it.each(briefs.map((brief) => [brief.id, brief] as const))('%s has something to check and to avoid', (_, brief) => {
  expect(checksOf(brief, library).length).toBeGreaterThan(2)
  expect(mistakesOf(brief, library).length).toBeGreaterThan(0)
  expect(brief.lessons.filter((lesson) => !lessons.has(lesson))).toEqual([])
})

describe('the penalty', () => {
  it('of trafficking is the one that the files for practice compute', () => {
    const shown = (library.briefs.trafficking?.degrees ?? []).map(({ cites: [cite], years, fine }) => ({
      cite,
      years: years ?? null,
      fine: fine ?? null,
    }))

    expect(shown).toEqual(expect.arrayContaining([...PENALTIES]))
  })

  it.each(degrees)('of $id has the years and the fine of the paragraph that it cites', ({ degree }) => {
    const law = lawOf(degree)
    for (const years of degree.years ?? []) expect(law).toMatch(YEARS[years] as RegExp)
    for (const amount of degree.fine ?? []) expect(law).toContain(new Intl.NumberFormat('de-DE').format(amount))
    if (degree.life) expect(law).toContain('السجن المؤبد')
    if (degree.years) expect(law).toMatch(degree.minor ? /بالحبس/ : /السجن/)
    if (degree.outcome) expect(degree.years).toBeUndefined()
  })
})

describe('the search', () => {
  const firstFor = (locale: Locale, query: string, limit = 1) =>
    search(index, { query, locale, limit }).found.map(({ entry }) => entry.path)

  it.each([
    ['ar', 'قبل الجلسة', '/library/briefs/trafficking'],
    ['fr', 'avant l’audience', '/library/briefs/trafficking'],
    ['en', 'before the hearing', '/library/briefs/trafficking'],
    ['ar', 'الاتجار بالبشر', '/library/briefs/trafficking'],
    ['fr', 'garde à vue', '/library/briefs/custody'],
    ['ar', 'الحراسة النظرية', '/library/briefs/custody'],
    ['en', 'witness protection', '/library/briefs/witness-protection'],
    ['ar', 'قبل الجلسة التعويض', '/library/briefs/compensation'],
  ] as const)('in %s for “%s” begins with the brief', (locale, query, path) => {
    expect(firstFor(locale, query)).toEqual([path])
  })

  it.each([
    ['448-4', '/library/law/cp-448-4', '/library/briefs/trafficking'],
    ['الفصل 448-10', '/library/law/cp-448-10', '/library/briefs/use-of-services'],
    ['66-2', '/library/law/cpp-66-2', '/library/briefs/custody'],
  ])('for the number %s shows the article and then its brief, and still quotes the article', (query, law, path) => {
    expect(firstFor('ar', query, 2)).toEqual([law, path])
    expect(search(index, { query, locale: 'ar', limit: 1 }).law?.provision).toBe(law.slice('/library/law/'.length))
  })

  it('has the term itself directly after the brief that a query in another language names', () => {
    expect(firstFor('fr', 'الاتجار بالبشر', 2)).toEqual([
      '/library/briefs/trafficking',
      '/library/glossary#term-trafficking-in-human-beings',
    ])
  })

  it('quotes the provision that answers below the brief that a question names', () => {
    expect(search(index, { query: 'الاتجار بالبشر 448-4', locale: 'ar', limit: 3 }).law?.provision).toBe('cp-448-4')
  })
})
