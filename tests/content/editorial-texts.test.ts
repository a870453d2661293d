import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { assembleCourse } from '@/domain/course/assemble-course'
import { OPEN_QUESTIONS } from '@/domain/editorial/open-questions'
import { textsOfCourse, textsOfLibrary } from '@/domain/editorial/text'
import { LOCALES } from '@/domain/locale'
import { SIGNED_KINDS } from '@/domain/signoff/entry-signoff'
import { nameOfText, readReviewPath, readTextName, reviewPath } from '@/domain/signoff/text-key'
import { listCourses, readCourse } from '@/server/content/read-course'
import { shippedLibrary, shippedReport } from '../support/shipped-content'

const library = shippedLibrary()
const courses = listCourses(process.cwd()).map((id) => assembleCourse(readCourse(process.cwd(), id).course, library))
const texts = [...courses.flatMap(textsOfCourse), ...textsOfLibrary(library)]

it('lists every text that can be signed, as many as the check of the content counts', () => {
  const { courses: counted, libraryReview } = shippedReport()
  const parts = counted.reduce((sum, { review }) => sum + review.parts, 0)

  expect(texts.filter(({ course }) => course).length).toBe(parts)
  expect(texts.filter(({ course }) => !course).length).toBe(libraryReview.parts)
  for (const kind of SIGNED_KINDS)
    expect(
      texts.some(({ key }) => key.kind === kind),
      kind,
    ).toBe(true)
})

it('names each text once, by an address that can be read back, and in three languages', () => {
  expect(new Set(texts.map(({ key }) => nameOfText(key))).size).toBe(texts.length)
  for (const { key, title, hashes } of texts) {
    const [, , kind = '', id = ''] = reviewPath(key, 'ar').split('/')
    expect(readReviewPath(kind, id, 'ar')?.key, nameOfText(key)).toEqual(key)
    expect(readTextName(nameOfText(key))).toEqual(key)
    for (const locale of LOCALES) {
      expect(title[locale].trim(), `${nameOfText(key)} in ${locale}`).not.toBe('')
      expect(hashes[locale], nameOfText(key)).toMatch(/^[0-9a-f]{64}$/)
    }
  }
})

it('says what each text cites, how long it takes to read and which questions it holds', () => {
  const known = new Set(Object.keys(library.provisions))
  const cited = texts.flatMap(({ cites }) => cites)
  expect(cited.filter((id) => !known.has(id) && !Object.hasOwn(library.decisions, id))).toEqual([])
  for (const { key, cites } of texts)
    if (key.kind === 'lesson' && !key.id.startsWith('awareness/')) expect(cites.length, key.id).toBeGreaterThan(0)
  expect(Math.min(...texts.map(({ minutes }) => minutes))).toBeGreaterThan(0)
  for (const course of courses) {
    const questions = textsOfCourse(course).flatMap((text) => text.questions)
    const asked = [...course.lessons.flatMap(({ practice }) => practice), ...course.bank].map(({ id }) => id)
    expect(questions).toEqual(asked)
    expect(new Set(questions).size, course.file.id).toBe(questions.length)
  }
})

it('has the open questions of law that the page for reviewers lists, each with existing texts', () => {
  const page = readFileSync('docs/content-review.md', 'utf8')
  const listed = page.slice(page.indexOf('## Questions of law to settle'), page.indexOf('## What to compare'))
  const numbers = [...listed.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
  expect(OPEN_QUESTIONS.map(({ number }) => number)).toEqual(numbers)
  const known = new Set(texts.map(({ key }) => nameOfText(key)))
  for (const { number, texts: named } of OPEN_QUESTIONS) {
    expect(
      named.map(nameOfText).filter((name) => !known.has(name)),
      `question ${number}`,
    ).toEqual([])
    const line = listed.split(/^\d+\. /m)[number] ?? ''
    // Each lesson that the page names must be among the texts.
    for (const [, lesson = ''] of line.matchAll(/`([a-z-]+\/[a-z-]+)`/g))
      expect(
        named.map(({ id }) => id),
        `question ${number}`,
      ).toEqual(expect.arrayContaining(lesson.includes('repair') ? ['referral'] : [lesson]))
  }
})
