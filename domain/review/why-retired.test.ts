import { describe, expect, it } from 'vitest'
import { courseFile, libraryWith, provision, singleChoice, textVersion } from '@/tests/support/course-factories'
import { formsInForce, whyRetired } from './why-retired'

const TODAY = '2027-05-10'
const card = { questionId: 's1', startedOn: '2027-01-04' }
const course = (lawDate: string) => ({
  file: { ...courseFile, lawDate } as never,
  second: [{ after: 'q1', question: singleChoice({ id: 's1' }) }],
})
const store = (since: string | null) =>
  libraryWith({ provisions: { 'cp-448-1': provision({ versions: [textVersion({ inForceFrom: since })] }) } })

describe('a question stays', () => {
  it.each([null, '2016-09-14', '2027-01-04'])('while the law is that of the course: %s', (since) => {
    expect(whyRetired(card, course('2027-02-01'), store(since), TODAY)).toBeNull()
  })

  it('until a new version is in force', () => {
    expect(whyRetired(card, course('2027-01-01'), store('2027-05-11'), TODAY)).toBeNull()
  })
})

describe('a question is retired', () => {
  const changed = { why: 'law-changed', since: '2027-03-01', provisions: ['cp-448-1'] }

  it('by a change of the law that is later than the law date of the course', () => {
    expect(whyRetired(card, course('2027-01-01'), store('2027-03-01'), TODAY)).toEqual(changed)
  })

  it('even if a newer release knows the change, if the learner began before the change', () => {
    expect(whyRetired(card, course('2027-04-01'), store('2027-03-01'), TODAY)).toEqual(changed)
    const later = { ...card, startedOn: '2027-03-01' }
    expect(whyRetired(later, course('2027-04-01'), store('2027-03-01'), TODAY)).toBeNull()
  })

  it('if the newest release keeps it for measuring', () => {
    const second = Array.from({ length: 12 }, (_, n) => ({
      after: 'q1',
      question: singleChoice({ id: `s${n + 1}` }),
      ...(n < 6 && { measures: true as const }),
    }))
    const edition = { ...course('2027-01-01'), second }
    for (const [questionId, retired] of [
      ['s1', { why: 'question-gone' }],
      ['s7', null],
    ] as const) {
      expect(whyRetired({ ...card, questionId }, edition, store(null), TODAY)).toEqual(retired)
    }
    expect(formsInForce(edition, store(null), TODAY).map(({ questionId }) => questionId)).toEqual([
      's7',
      's8',
      's9',
      's10',
      's11',
      's12',
    ])
  })

  it('if its course no longer exists, or if the newest release lacks it', () => {
    expect(whyRetired(card, null, store(null), TODAY)).toEqual({ why: 'course-gone' })
    expect(whyRetired({ ...card, questionId: 's2' }, course('2027-01-01'), store(null), TODAY)).toEqual({
      why: 'question-gone',
    })
  })
})

it.each([
  ['2027-01-01', null],
  ['2027-01-01', '2027-03-01'],
  ['2027-04-01', '2027-03-01'],
  ['2027-04-01', '2027-06-01'],
] as const)('says the same for many people at once: law of %s, changed on %s', (lawDate, since) => {
  const asked = formsInForce(course(lawDate), store(since), TODAY)
  for (const startedOn of ['2027-01-04', '2027-03-01', '2027-05-01']) {
    const stays = asked.some((form) => form.questionId === 's1' && (form.since === null || form.since <= startedOn))
    expect(stays).toBe(whyRetired({ ...card, startedOn }, course(lawDate), store(since), TODAY) === null)
  }
})
