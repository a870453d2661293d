import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { exportBank } from '@/server/content/exchange/export-bank'
import { listCourses, readCourse } from '@/server/content/read-course'
import { importerFaults } from '../support/moodle/importer-faults'

const COURSES = listCourses(process.cwd()).flatMap((id) => {
  const { bank, file } = readCourse(process.cwd(), id).course
  const questions = bank.flatMap(({ value }) => value ?? [])
  return file.value && questions.length > 0 ? [{ id, title: file.value.title, questions }] : []
})

describe.each(COURSES)('the bank of $id', ({ title, questions }) => {
  it.each(LOCALES)('is written in %s as the importer of Moodle takes it', (locale) => {
    const { text, questions: count } = exportBank({ title, questions }, locale, 'moodle')

    expect(importerFaults(text)).toEqual([])
    expect(text.match(/<question type="(?!category)/g)).toHaveLength(count)
  })
})

describe('the rules of the importer', () => {
  const { title, questions } = COURSES.find(({ id }) => id === 'trial') ?? {
    title: { ar: '', fr: '', en: '' },
    questions: [],
  }
  const { text } = exportBank({ title, questions }, 'fr', 'moodle')

  it.each([
    ['an order without <shownumcorrect>', /<shownumcorrect>1<\/shownumcorrect>/, '', /shownumcorrect/],
    ['an order graded in another way', '>ALL_OR_NOTHING<', '>ALL<', /gradingtype/],
    ['a share that is not listed', 'fraction="50"', 'fraction="47"', /not on Moodle’s list/],
    ['a choice without a right answer', 'fraction="100" format="html"', 'fraction="50" format="html"', /whole mark/],
    ['“true” in another language', '<text>true</text>', '<text>vrai</text>', /not true and false/],
    ['an answer of a matching that is too long', /<answer><text>/, `$&${'a'.repeat(256)}`, /255 characters/],
    ['a text without its format', '<questiontext format="html">', '<questiontext>', /no format/],
    ['two questions of one number', /<idnumber>[^<]+<\/idnumber>/g, '<idnumber>one</idnumber>', /there twice/],
    ['a gap without a right answer', ':NUMERICAL:=', ':NUMERICAL:~', /no right answer/],
    ['a number that is none', /:NUMERICAL:=[\d.]+/, ':NUMERICAL:=ten', /no number/],
    ['a type that we do not write', 'type="truefalse"', 'type="essay"', /not known to take/],
    ['a category out of place', '$course$/top/', '', /begin at the top/],
  ])('notice %s', (_, written, instead, fault) => {
    const broken = text.replace(written, instead)

    expect(broken).not.toBe(text)
    expect(importerFaults(broken)).toContainEqual(expect.stringMatching(fault))
  })
})
