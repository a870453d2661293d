import { describe, expect, it } from 'vitest'
import { fieldProblems } from '../form/field-problem'
import { languageFor } from './announcement'
import { announcementSchema, readAnnouncement, readPeople, whenSchema } from './announcement-form'

const NOW = new Date('2026-11-24T10:00:00Z')

function read(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ audience: 'everybody', ...fields })) form.append(name, value)
  const { data, error } = announcementSchema('fr').safeParse(readAnnouncement(form))
  return data ?? fieldProblems(error as NonNullable<typeof error>)
}

describe('the form of an announcement', () => {
  it('takes the languages that were written, and leaves out those that are empty', () => {
    expect(
      read({ subjectArabic: ' ندوة ', textArabic: 'يوم الخميس\r\n', subjectEnglish: ' ', textEnglish: '\n' }),
    ).toEqual({
      audience: 'everybody',
      texts: { ar: { subject: 'ندوة', text: 'يوم الخميس' } },
    })
  })

  it.each([
    ['nothing written', {}, { textFrench: 'required' }],
    ['a subject alone', { subjectFrench: 'Séminaire' }, { textFrench: 'required' }],
    ['a text alone', { textArabic: 'نص' }, { subjectArabic: 'required' }],
    ['a subject that is too long', { subjectFrench: 'x'.repeat(121), textFrench: 'a' }, { subjectFrench: 'too-long' }],
    ['a text of 100 kB', { subjectFrench: 'a', textFrench: 'x'.repeat(100_000) }, { textFrench: 'too-long' }],
    [
      'lists in lists without end',
      { subjectFrench: 'a', textFrench: `${'- '.repeat(1900)}a` },
      { textFrench: 'dense' },
    ],
    ['brackets without end', { subjectFrench: 'a', textFrench: '[a]('.repeat(999) }, { textFrench: 'dense' }],
    ['a link that runs a program', { subjectFrench: 'a', textFrench: '[x](javascript:y)' }, { textFrench: 'link' }],
    ['no such group', { audience: 'chosen', subjectFrench: 'a', textFrench: 'b' }, { audience: 'choose' }],
  ])('refuses %s', (_, fields, problems) => {
    expect(read(fields)).toEqual(problems)
  })

  it('gives a reader her language, that of the cohort, or the first that was written', () => {
    const words = { subject: 'a', text: 'b' }

    expect(languageFor({ ar: words, fr: words }, 'fr', 'ar')).toBe('fr')
    expect(languageFor({ ar: words, fr: words }, 'en', 'fr')).toBe('fr')
    expect(languageFor({ en: words }, 'ar', 'fr')).toBe('en')
  })

  it('reads the people that an address names, and nobody if it is not a list of ids', () => {
    const id = '0198c0de-0000-7000-8000-000000000001'

    expect(readPeople(`${id} ${id}`)).toEqual([id])
    expect(readPeople(`${id},nobody`)).toEqual([])
    expect(readPeople(null)).toEqual([])
  })
})

describe('the time at which it leaves', () => {
  const when = (fields: Record<string, string>) => {
    const { data, error } = whenSchema('2026-12-10', NOW).safeParse({ when: 'later', day: '', hour: '9', ...fields })
    return error ? fieldProblems(error) : data
  }

  it('is now, or an hour in Morocco', () => {
    expect(when({ when: 'now' })).toBeNull()
    expect(when({ day: '2026-11-30' })).toEqual(new Date('2026-11-30T08:00:00Z'))
  })

  it.each([
    ['no day', {}, { day: 'day' }],
    ['an hour that has passed', { day: '2026-11-24' }, { day: 'outside-cohort' }],
    ['a day after the last of the cohort', { day: '2026-12-11' }, { day: 'outside-cohort' }],
    ['the night', { day: '2026-11-30', hour: '3' }, { hour: 'choose' }],
  ])('is not %s', (_, fields, problems) => {
    expect(when(fields)).toEqual(problems)
  })
})
