import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type GroupReport,
  groupReportSchema,
  type LearningReport,
  type Rate,
} from '@/domain/cohort/statistics/learning-report'
import { nextDay, startOfDay } from '@/domain/time/day'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { cohortLearning } from '@/server/cohort/learning'
import { transfer } from '@/server/cohort/people/transfer'
import { drawRecalls, placeOf } from '@/server/cohort/tests/draw-recalls'
import { db } from '@/server/db/client'
import { findClosedGroups } from '@/server/db/cohort/closed-groups'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { insertTaken } from '@/tests/support/cohort-exams'
import { CohortWorld, type Event, type Sat } from '@/tests/support/cohort-world'
import { makeCohort, makeSchool, mayEnrol, type School } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { cohortThatEnded, insertExamined, insertRecalled, recallOf } from '@/tests/support/recall'
import { actorNow } from '@/tests/support/staff'

/** Differencing attacks on the figures of cohorts. @see docs/decisions/0021-closed-groups.md */

const FIELDS = { startsOn: '2026-11-02', endsOn: '2026-12-10' }
const noon = (day: string) => new Date(startOfDay(day).getTime() + 12 * 3_600_000)

async function learningOf(school: School, cohort: CohortInCourse, day: string): Promise<LearningReport> {
  const permit = permitFor(await actorNow(school.administrator), 'statistics:read', targetOf(cohort))
  return (await cohortLearning(permit, cohort, noon(day))).report
}

/**
 * A school and a cohort with the given numbers of right and wrong answers, and one more person: an Arabic reader whose
 * answer was wrong.
 */
async function cohortWithTarget({ right = 13, wrong = 13 } = {}) {
  const school = await makeSchool()
  const cohort = await makeCohort(school, { fields: FIELDS })
  const at = '2026-11-10T10:00:00Z'
  const others = [
    ...(await insertTaken(cohort, { people: right, answer: ['a'], at })),
    ...(await insertTaken(cohort, { people: wrong, answer: ['b'], at })),
  ]
  const [target] = await insertTaken(cohort, { people: 1, answer: ['c'], at, locale: 'ar' })
  return { school, cohort, others, target }
}

describe('the figures of a cohort reveal nothing about one person', () => {
  it('when 26 of 27 people are moved to another cohort, on any day afterwards', async () => {
    const { school, cohort, others } = await cohortWithTarget()
    const before = await learningOf(school, cohort, '2026-11-12')
    const other = await makeCohort(school, { fields: FIELDS })
    for (const { member } of others) await transfer(await mayEnrol(school, cohort), member, other.id, NOW)

    expect(before.questions[0]?.facility).toMatchObject({ status: 'shown', people: 27 })
    for (const day of ['2026-11-25', '2026-11-26', '2026-12-11', '2027-02-01']) {
      expect(await learningOf(school, cohort, day)).toEqual(before)
      expect(await learningOf(school, other, day)).toMatchObject({ people: 0, provisions: [], questions: [] })
    }
  })

  it('when 26 of 27 people are moved before anybody has looked', async () => {
    const { school, cohort, others } = await cohortWithTarget()
    const other = await makeCohort(school, { fields: FIELDS })
    for (const { member } of others) await transfer(await mayEnrol(school, cohort), member, other.id, NOW)

    expect((await learningOf(school, cohort, '2026-11-25')).people).toBe(27)
    expect((await learningOf(school, other, '2026-11-25')).people).toBe(0)
  })

  it('to an attacker with four accounts in a cohort with her', async () => {
    const { school, cohort, target } = await cohortWithTarget({ right: 4, wrong: 0 })

    expect(target).toBeDefined()
    for (const day of ['2026-11-12', '2026-12-11', '2027-02-01'])
      expect(await learningOf(school, cohort, day)).toMatchObject({ people: 0, provisions: [], questions: [] })
  })

  it('to an attacker whose four accounts hand in with her after a group has closed', async () => {
    const { school, cohort } = await cohortWithTarget()
    const before = await learningOf(school, cohort, '2026-11-12')
    const at = '2026-11-14T10:00:00Z'
    await insertTaken(cohort, { people: 4, answer: ['a'], at })
    await insertTaken(cohort, { people: 1, answer: ['b'], at })

    for (const day of ['2026-11-15', '2026-11-16', '2026-12-11', '2027-02-01'])
      expect(await learningOf(school, cohort, day)).toEqual(before)
  })

  it('when the last day of the cohort is moved to a later or an earlier day', async () => {
    const { school, cohort } = await cohortWithTarget()
    const before = await learningOf(school, cohort, '2026-11-12')
    await insertTaken(cohort, { people: 4, answer: ['a'], at: '2026-11-14T10:00:00Z' })

    for (const endsOn of ['2026-11-09', '2026-11-11', '2026-11-14', '2027-06-01'])
      for (const archivedAt of [null, noon('2026-11-15')])
        expect(await learningOf(school, { ...cohort, endsOn, archivedAt }, '2026-11-20')).toEqual(before)
  })

  it('by the figures for her language beside those for everybody', async () => {
    const { school, cohort } = await cohortWithTarget()
    const [question] = (await learningOf(school, cohort, '2026-11-12')).questions

    expect(question?.facility.status).toBe('shown')
    expect(question?.byLanguage.map(({ status }) => status)).toEqual(['hidden', 'hidden', 'hidden'])
  })
})

describe('the figures of a recall test reveal nothing about one person', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

  /** An open test: eleven people have answered all of it right, one has answered all of it wrong, and six have not. */
  async function answered(count = 11) {
    const { school, cohort } = await cohortThatEnded(92)
    const people = await insertExamined(cohort, count + 7)
    await drawRecalls(new Date())
    const [target = '', ...others] = people
    await insertRecalled(cohort, 'day-90', others.slice(0, count), 6)
    await insertRecalled(cohort, 'day-90', [target], 0)
    return { school, cohort, target, others }
  }

  it('before the test has closed, whenever one looks', async () => {
    const { school, cohort, others } = await answered()
    for (const days of [0, 5, 20, 27]) {
      expect((await recallOf(school, cohort, inDays(days))).day90.status).toBe('open')
      await db().account.deleteMany({ where: { id: others.pop() ?? '' } })
    }
  })

  it('when the others are moved, when her account is deleted, and when the cohort gets another last day', async () => {
    const { school, cohort, target, others } = await answered()
    const { day90: before } = await recallOf(school, cohort, inDays(40))
    expect(before).toMatchObject({ report: { mean: { status: 'shown', people: 12 } } })
    const other = await makeCohort(school, { fields: { startsOn: cohort.startsOn, endsOn: cohort.endsOn } })
    await db().cohortMember.updateMany({ where: { accountId: { in: others } }, data: { cohortId: other.id } })
    await db().account.delete({ where: { id: target } })

    for (const endsOn of [nextDay(cohort.endsOn, -60), cohort.endsOn, nextDay(cohort.endsOn, 200)])
      for (const archivedAt of [null, inDays(-100)])
        expect((await recallOf(school, { ...cohort, endsOn, archivedAt }, inDays(40))).day90).toEqual(before)
    await db().cohort.update({ where: { id: cohort.id }, data: { endsOn: inDays(-91) } })
    await drawRecalls(new Date())
    expect((await recallOf(school, cohort, inDays(60))).day90).toEqual(before)
    expect((await recallOf(school, other, inDays(40))).day90.status).toBe('not-asked')
  })

  it('by a mean that all share, by nine answers, or by the number of those who did not answer', async () => {
    const few = await answered(8)
    expect((await recallOf(few.school, few.cohort, inDays(40))).day90).toMatchObject({
      report: { mean: { status: 'hidden' } },
    })

    const { cohort, school } = await cohortThatEnded(92)
    const people = await insertExamined(cohort, 14)
    await drawRecalls(new Date())
    await insertRecalled(cohort, 'day-90', people.slice(0, 12), 4)
    expect((await recallOf(school, cohort, inDays(40))).day90).toMatchObject({
      report: { mean: { status: 'hidden', reason: 'protects-a-group' }, dropOuts: { status: 'hidden' } },
    })
  })
})

const PEOPLE = 90
const COHORTS = 3
const person = fc.nat({ max: PEOPLE - 1 })
const cohort = fc.nat({ max: COHORTS - 1 })
const people = fc.uniqueArray(person, { minLength: 1, maxLength: 40 })
const kind = <K extends Event['kind']>(name: K) => fc.constant(name)
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: kind('join'), person, cohort }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('withdraw'), person, cohort }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: kind('move'), count: fc.integer({ min: 1, max: 30 }), from: cohort, to: cohort }),
  },
  { weight: 8, arbitrary: fc.record({ kind: kind('sit'), people }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('delete'), person }) },
  { weight: 4, arbitrary: fc.record({ kind: kind('sleep'), days: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 5, arbitrary: fc.record({ kind: kind('look') }) },
)

/** A count that a report showed, with the people who were counted. */
type Figure = { of: string; people: ReadonlySet<number> }
type Group = { until: Date; members: readonly Sat[]; report: GroupReport }

/** Reads every cohort's report, and computes from the simulation which people each figure counts. */
function onlooker(world: CohortWorld) {
  const groups = world.cohorts.map(() => [] as Group[])
  const figures: Figure[] = []
  const look = async () => {
    for (const [place, row] of world.cohorts.entries()) {
      const report = await learningOf(world.school, row, world.day)
      const known = groups[place] ?? []
      for (const { until, figures: kept } of (await findClosedGroups(db(), of(row))).slice(known.length)) {
        const from = known.at(-1)?.until ?? new Date(0)
        const counts = ({ person, cohort, at }: Sat) =>
          cohort === place && !world.gone.has(person) && at >= from && at < until
        known.push({ until, members: [...world.sat.values()].filter(counts), report: groupReportSchema.parse(kept) })
      }
      expect(known.map(({ members }) => members.length)).toEqual(known.map((group) => group.report.people))
      figures.push(...figuresIn(report, known))
    }
  }
  return { figures, look }
}

const of = (cohort: CohortInCourse) => ({
  ...placeOf(cohort),
  releaseId: cohort.releaseId,
  answers: 'exam' as const,
})

/** Every count of people in a report, with the people who were counted. Fails if the numbers differ. */
function figuresIn({ questions }: LearningReport, groups: readonly Group[]): Figure[] {
  return questions.flatMap(({ id, facility, byLanguage }) => {
    const inGroup = ({ report }: Group) => report.questions.find((question) => question.id === id)
    return [
      ...figuresOf(id, facility, groups, (group) => inGroup(group)?.facility),
      ...byLanguage.flatMap((rate, place) => figuresOf(id, rate, groups, (group) => inGroup(group)?.byLanguage[place])),
    ]
  })
}

function figuresOf(id: string, rate: Rate, groups: readonly Group[], inGroup: (group: Group) => Rate | undefined) {
  if (rate.status === 'hidden') return []
  const met = groups
    .filter((group) => inGroup(group)?.status === 'shown')
    .flatMap(({ members }) => members)
    .filter(({ answers, language }) => answers.has(id) && [language, 'everyone'].includes(rate.label))
  const [right, wrong] = [true, false].map((asked) => met.filter(({ answers }) => answers.get(id) === asked))
  expect(rate).toMatchObject({ people: met.length, rate: (right?.length ?? 0) / met.length })
  return [
    { of: `met ${id}`, people: peopleIn(met) },
    { of: `right ${id}`, people: peopleIn(right) },
    { of: `wrong ${id}`, people: peopleIn(wrong) },
  ]
}

const peopleIn = (some: readonly Sat[] = []) => new Set(some.map((one) => one.person))

/** The number of people whose answers determine a signed sum of figures of one kind. */
function behind(figures: readonly Figure[], signs: readonly number[]): number {
  const weights = new Map<number, number>()
  for (const [place, one] of figures.entries())
    for (const person of one.people) weights.set(person, (weights.get(person) ?? 0) + (signs[place] ?? 0))
  return [...weights.values()].filter((weight) => weight !== 0).length
}

/** For each sum or difference of figures of one kind, the number of people whose answers it reveals. */
function learnt(figures: readonly Figure[]): number[] {
  const key = (one: Figure) => [...one.people].toSorted((a, b) => a - b).join()
  const unlike = [...new Map(figures.map((one) => [key(one), one])).values()]
  const pairs = unlike.flatMap((one, place) => unlike.slice(place + 1).map((other) => [one, other]))
  return [
    ...unlike.map((one) => behind([one], [1])),
    ...pairs.map((pair) => behind(pair, [1, -1])),
    ...pairs.flatMap((pair) => unlike.map((third) => behind([...pair, third], [1, 1, -1]))),
    ...pairs.flatMap((pair) => pairs.map((other) => behind([...pair, ...other], [1, 1, -1, -1]))),
  ]
}

it('no two figures, nor sums of two, differ by fewer than five people’s answers, whatever happens', async () => {
  let shown = 0
  const anyStory = fc.array(anyEvent, { minLength: 30, maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(anyStory, fc.nat({ max: 20 }), async (story, seed) => {
      const world = await CohortWorld.make({ people: PEOPLE, cohorts: COHORTS, seed })
      const { figures, look } = onlooker(world)
      const opening = Array.from(
        { length: PEOPLE },
        (_, place): Event => ({ kind: 'join', person: place, cohort: (place * place + seed) % COHORTS }),
      )
      await world.live([...opening, ...story], look)

      for (const name of new Set(figures.map((figure) => figure.of))) {
        const people = learnt(figures.filter((figure) => figure.of === name))
        expect(people.filter((count) => count > 0 && count < 5)).toEqual([])
      }
      shown += figures.length
    }),
    { numRuns: 8 },
  )
  expect(shown).toBeGreaterThan(0)
}, 240_000)
