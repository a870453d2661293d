import { describe, expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { ownDates } from './own-dates'

const t = translator('fr')
const now = new Date('2025-03-03T09:00:00Z')
const reader = { locale: 'fr' as const, t, now }
type Given = Parameters<typeof ownDates>[0]

const none: Given = { courses: [], seminars: [], surveys: [], recalls: [] }
const titles = { ar: 'ندوة', fr: 'Séminaire', en: 'Seminar' }
const seminar = (id: string, day: string, fields: Partial<Given['seminars'][number]> = {}) =>
  ({
    id,
    titles,
    startsAt: new Date(`${day}T09:00:00Z`),
    endsAt: new Date(`${day}T16:00:00Z`),
    status: 'published',
    checkInOpen: false,
    ...fields,
  }) as Given['seminars'][number]
const survey = (path: string, closesAt: string) => ({ path, titles, closesAt: new Date(closesAt) })
const shown = (given: Partial<Given>) => {
  const { next, later } = ownDates({ ...none, ...given }, reader)
  return { next: next.map(({ href }) => href), later: later.map(({ href, on }) => `${on} ${href}`) }
}

describe('the dates of a learner', () => {
  it('are empty without a deadline, a seminar, a survey or a test', () => {
    expect(shown({})).toEqual({ next: [], later: [] })
  })

  it('put the nearest one into the list of today, and the others behind a line', () => {
    const given = {
      seminars: [seminar('s1', '2025-03-10')],
      // It closes at midnight, so the day before is its last one.
      surveys: [survey('/s/one', '2025-03-05T00:00:00Z')],
      recalls: [
        {
          cohortId: 'k',
          courseId: 'c',
          form: 'day-90' as const,
          title: titles,
          questions: 10,
          closesAt: new Date('2025-03-20T00:00:00Z'),
        },
      ],
    }
    expect(shown(given)).toEqual({
      next: ['/fr/s/one'],
      later: ['2025-03-10 /fr/seminars/s1', '2025-03-19 /fr/learning/tests/k/c/day-90'],
    })
  })

  it('keep a date out of the list of today that is more than two weeks away', () => {
    expect(shown({ seminars: [seminar('s1', '2025-03-17')] }).next).toEqual(['/fr/seminars/s1'])
    expect(shown({ seminars: [seminar('s1', '2025-03-18')] })).toEqual({
      next: [],
      later: ['2025-03-18 /fr/seminars/s1'],
    })
  })

  it('begin with a seminar at which she can check in now, and say when one is cancelled', () => {
    const today = seminar('s2', '2025-03-03', { checkInOpen: true })
    expect(shown({ seminars: [today], surveys: [survey('/s/one', '2025-03-03T20:00:00Z')] }).next).toEqual(['/fr/c'])
    const { next } = ownDates({ ...none, seminars: [seminar('s3', '2025-03-04', { status: 'cancelled' })] }, reader)
    expect(next[0]?.note).toMatchObject({
      props: { children: expect.arrayContaining([t('seminar.states.cancelled')]) },
    })
  })
})
