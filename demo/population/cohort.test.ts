import { describe, expect, it } from 'vitest'
import { readEntryCode } from '@/domain/cohort/entry/entry-code'
import { canTransition, type MemberStatus } from '@/domain/cohort/membership'
import type { Phase } from '@/domain/cohort/phase'
import type { Course } from '@/domain/course/course'
import { noTables } from '@/server/db/tables'
import { singleChoice } from '@/tests/support/course-factories'
import { smallCourse } from '@/tests/support/exam-taken'
import { secondForms } from '@/tests/support/second-forms'
import { addCohort } from './cohort'
import { addInstitution, placeIn } from './institution'
import { chanceOfRight, simulateAnswer, traitsOf } from './irt-traits'
import { makeRng } from './rng'
import { addStaff } from './staff'
import { daysAfter, type TableBatch } from './table-batch'

const NOW = new Date('2026-11-25T10:00:00Z')
const bank = Array.from({ length: 24 }, (_, n) => singleChoice({ id: `q${n}` }))
const exam = { questions: 8, passRate: 0.6, attempts: 3, coolDownHours: 24, objectives: { qualify: 8 } }
const course = { ...smallCourse('sized'), bank, exam }

type Asked = { phase?: Phase; tested?: boolean; second?: Course['second'] }

/** The rows of a school with a cohort of a hundred people. */
function cohortOf(seed: number, { phase = 'over', tested = false, second }: Asked = {}) {
  const batch: TableBatch = {
    tables: noTables(),
    rng: makeRng(seed),
    now: NOW,
    passwordHash: 'none',
    domain: '@demo.example',
    people: { made: 0 },
  }
  const release = { id: 'release', course: { ...course, second }, traits: traitsOf(course, makeRng(seed)) }
  const place = placeIn('03')
  const institution = addInstitution(batch, { kind: 'school', place, createdAt: daysAfter(NOW, -600) })
  const staff = addStaff(batch, institution, { count: 1 })
  const plan = { phase, name: 'A', locale: 'fr', people: 100, practises: 1, tested } as const
  addCohort(batch, { institution, staff, release, ...plan })
  return batch.tables
}

describe('an invented cohort', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(cohortOf(7)).toEqual(cohortOf(7))
    expect(cohortOf(8)).not.toEqual(cohortOf(7))
  })

  it('moves people only by allowed transitions', () => {
    const moves = cohortOf(7).MemberMove
    const made = moves.filter(({ from }) => from !== null)

    expect(made.length).toBeGreaterThan(80)
    expect(made.every(({ from, to }) => canTransition(from as MemberStatus, to as MemberStatus))).toBe(true)
  })

  it('can be joined by a code, with approval, while it is planned', () => {
    const [entry, ...others] = cohortOf(7, { phase: 'planned' }).CohortEntry

    expect([entry, others]).toMatchObject([{ way: 'code', approval: true }, []])
    expect(readEntryCode(String(entry?.code))).toBe(entry?.code)
    expect(cohortOf(7).CohortEntry).toEqual([])
  })

  it('gives a certificate to everybody who passed, and to nobody who failed', () => {
    const { Attempt, Certificate } = cohortOf(7)
    const passed = Attempt.filter((attempt) => attempt.passed === true).map(({ id }) => id)
    const ofAttempts = Certificate.flatMap(({ attemptId }) => attemptId ?? [])

    expect(passed.length).toBeGreaterThan(20)
    expect(new Set(ofAttempts)).toEqual(new Set(passed))
  })

  it('counts every exam for a cohort of the sample', () => {
    const { Attempt, Cohort } = cohortOf(7)

    expect(Attempt.length).toBeGreaterThan(20)
    expect(new Set(Attempt.map(({ cohortId }) => cohortId))).toEqual(new Set(Cohort.map(({ id }) => id)))
  })

  it('has people take the second test only after the first, and more of it right', () => {
    const { TestForms, TestSitting, TestAnswer } = cohortOf(7, { tested: true })
    const takers = (form: string) => TestSitting.filter((one) => one.form === form).map(({ accountId }) => accountId)
    const right = (form: string) => {
      const ids = new Set(TestSitting.filter((one) => one.form === form).map(({ id }) => id))
      const given = TestAnswer.filter(({ sittingId }) => ids.has(sittingId ?? ''))
      return given.filter(({ answer }) => answer === '["a"]').length / given.length
    }

    expect(TestForms).toHaveLength(1)
    expect(takers('after').length).toBeGreaterThan(20)
    expect(takers('after').every((taker) => takers('before').includes(taker))).toBe(true)
    expect(right('after')).toBeGreaterThan(right('before') + 0.1)
    expect(cohortOf(7).TestForms).toEqual([])
  })

  it('has recall tests only once it is archived, and fewer people take the second one', () => {
    const second = secondForms(12)
    const { RecallTest, TestSitting, TestAnswer } = cohortOf(7, { phase: 'archived', second })
    const takers = (form: string) => TestSitting.filter((one) => one.form === form).map(({ accountId }) => accountId)

    expect(RecallTest.map(({ form }) => form)).toEqual(['day-90', 'day-180'])
    expect(takers('day-90').length).toBeGreaterThan(takers('day-180').length)
    expect(takers('day-180').length).toBeGreaterThan(10)
    expect(new Set(takers('day-90')).size).toBe(takers('day-90').length)
    expect(TestAnswer).toHaveLength(6 * TestSitting.length)
    expect(cohortOf(7, { second }).RecallTest).toEqual([])
    expect(cohortOf(7, { phase: 'archived' }).RecallTest).toEqual([])
  })

  it('draws other random numbers for the recall tests of another cohort', () => {
    const sittings = (seed: number) => cohortOf(seed, { phase: 'archived', second: secondForms(12) }).TestSitting
    // An id begins with the time; the rest of it is random.
    const drawn = [7, 8].flatMap((seed) => sittings(seed).map(({ id }) => String(id).slice('00000000-0000-'.length)))

    expect(drawn.length).toBeGreaterThan(100)
    expect(new Set(drawn).size).toBe(drawn.length)
  })

  it('has rows with every column of their table', () => {
    for (const rows of Object.values(cohortOf(7, { tested: true }))) {
      const columns = Object.keys(rows[0] ?? {}).sort()
      expect(rows.every((row) => Object.keys(row).sort().join() === columns.join())).toBe(true)
    }
  })
})

describe('what people know', () => {
  it('grows with ability, shrinks with difficulty, and is never less than a guess', () => {
    const typical = { difficulty: 0, discrimination: 1, overrated: 0 }

    expect(chanceOfRight(1, typical, 0.2)).toBeGreaterThan(chanceOfRight(0, typical, 0.2))
    expect(chanceOfRight(0, { ...typical, difficulty: 1 }, 0.2)).toBeLessThan(chanceOfRight(0, typical, 0.2))
    expect(chanceOfRight(-9, typical, 0.2)).toBeCloseTo(0.2)
  })

  it('rises with how sure they are, except for questions that mislead', () => {
    const { random, ...rest } = makeRng(3)
    const question = singleChoice({ id: 'q1' })
    const shareRight = (overrated: number) => {
      const traits = new Map([['q1', { difficulty: 0, discrimination: 1.5, overrated }]])
      const met = Array.from({ length: 2000 }, () =>
        simulateAnswer(rest.normal(), question, traits, { random, ...rest }),
      )
      const sure = met.filter(({ certainty }) => certainty === 'sure')
      return sure.filter(({ right }) => right).length / sure.length
    }

    expect(shareRight(0)).toBeGreaterThan(0.9)
    expect(shareRight(0.6)).toBeLessThan(0.75)
  })
})
