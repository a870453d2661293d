import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfDay, nextDay, startOfDay } from '@/domain/cohort/day'
import type { LearningReport, Rate } from '@/domain/cohort/statistics/learning-report'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { cohortLearning } from '@/server/cohort/learning'
import { transfer } from '@/server/cohort/people/transfer'
import { closeAttempt, insertAttempt } from '@/server/db/attempts'
import { db } from '@/server/db/client'
import { type MemberRow, moveMember } from '@/server/db/cohort-members'
import type { CohortRow } from '@/server/db/cohorts'
import { insertAccounts } from '@/tests/support/accounts'
import { insertTaken } from '@/tests/support/cohort-exams'
import { insertPlace, makeCohort, makeSchool, mayEnrol, type School } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { actorNow } from '@/tests/support/staff'

/** Differencing attacks on the figures of cohorts. @see docs/decisions/0021-closed-groups.md */

const FIELDS = { startsOn: '2026-11-02', endsOn: '2026-12-10' }
const noon = (day: string) => new Date(startOfDay(day).getTime() + 12 * 3_600_000)

async function learningOf(school: School, cohort: CohortRow, day: string): Promise<LearningReport> {
  const permit = permitFor(await actorNow(school.administrator), 'statistics:read', targetOf(cohort))
  return (await cohortLearning(permit, cohort, noon(day))).report
}

/** A school and a cohort in which so many were right, so many wrong, and one Arabic reader was wrong. */
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

describe('nothing of one person follows', () => {
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

  it('when they are moved before anybody has looked', async () => {
    const { school, cohort, others } = await cohortWithTarget()
    const other = await makeCohort(school, { fields: FIELDS })
    for (const { member } of others) await transfer(await mayEnrol(school, cohort), member, other.id, NOW)

    expect((await learningOf(school, cohort, '2026-11-25')).people).toBe(27)
    expect((await learningOf(school, other, '2026-11-25')).people).toBe(0)
  })

  it('from four accounts of one’s own in a cohort with her', async () => {
    const { school, cohort, target } = await cohortWithTarget({ right: 4, wrong: 0 })

    expect(target).toBeDefined()
    for (const day of ['2026-11-12', '2026-12-11', '2027-02-01'])
      expect(await learningOf(school, cohort, day)).toMatchObject({ people: 0, provisions: [], questions: [] })
  })

  it('from four accounts of one’s own that hand in with her, after a group has closed', async () => {
    const { school, cohort } = await cohortWithTarget()
    const before = await learningOf(school, cohort, '2026-11-12')
    const at = '2026-11-14T10:00:00Z'
    await insertTaken(cohort, { people: 4, answer: ['a'], at })
    await insertTaken(cohort, { people: 1, answer: ['b'], at })

    for (const day of ['2026-11-15', '2026-11-16', '2026-12-11', '2027-02-01'])
      expect(await learningOf(school, cohort, day)).toEqual(before)
  })

  it('when the end of the cohort is put off and brought forward', async () => {
    const { school, cohort } = await cohortWithTarget()
    const before = await learningOf(school, cohort, '2026-11-12')
    await insertTaken(cohort, { people: 4, answer: ['a'], at: '2026-11-14T10:00:00Z' })

    for (const endsOn of ['2026-11-09', '2026-11-11', '2026-11-14', '2027-06-01'])
      for (const archivedAt of [null, noon('2026-11-15')])
        expect(await learningOf(school, { ...cohort, endsOn, archivedAt }, '2026-11-20')).toEqual(before)
  })

  it('from her language beside everybody’s', async () => {
    const { school, cohort } = await cohortWithTarget()
    const [question] = (await learningOf(school, cohort, '2026-11-12')).questions

    expect(question?.facility.status).toBe('shown')
    expect(question?.byLanguage.map(({ status }) => status)).toEqual(['hidden', 'hidden', 'hidden'])
  })
})

type Event =
  | { kind: 'join' | 'withdraw'; person: number; cohort: number }
  | { kind: 'move'; count: number; from: number; to: number }
  | { kind: 'sit'; people: number[] }
  | { kind: 'delete'; person: number }
  | { kind: 'sleep'; days: number }
  | { kind: 'look' }

const PEOPLE = 90
const COHORTS = 3
const anyPerson = fc.nat({ max: PEOPLE - 1 })
const anyCohort = fc.nat({ max: COHORTS - 1 })
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('join'), person: anyPerson, cohort: anyCohort }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw'), person: anyPerson, cohort: anyCohort }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('move'),
      count: fc.integer({ min: 1, max: 30 }),
      from: anyCohort,
      to: anyCohort,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('sit'),
      people: fc.uniqueArray(anyPerson, { minLength: 1, maxLength: 40 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete'), person: anyPerson }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('sleep'), days: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('look') }) },
)

type Place = { member: MemberRow; since: number }
type Sat = { person: number; cohort: number | null; at: Date; language: string; answers: Map<string, boolean> }
/** A number that was shown, and who was counted in it. */
type Figure = { of: string; people: ReadonlySet<number> }

/** What happens to people and cohorts, and what is to be read of it. */
async function world() {
  const school = await makeSchool()
  const cohorts = await Promise.all(Array.from({ length: COHORTS }, () => makeCohort(school, { fields: FIELDS })))
  const accounts = Array.from({ length: PEOPLE }, () => randomUUID())
  const languages = accounts.map((_, person) => (person % 3 === 0 ? 'ar' : 'fr'))
  for (const language of ['ar', 'fr'])
    await insertAccounts(
      accounts.filter((_, person) => languages[person] === language),
      language,
    )
  const { courseId, releaseId } = cohorts[0] as CohortRow
  await db().enrolment.createMany({ data: accounts.map((accountId) => ({ accountId, courseId, releaseId })) })
  const enrolled = await db().enrolment.findMany({ where: { courseId }, select: { id: true, accountId: true } })
  const enrolments = new Map(enrolled.map(({ id, accountId }) => [accountId, id]))
  return { school, cohorts, accounts, languages, enrolments }
}
type World = Awaited<ReturnType<typeof world>>

/** Does what is told, with the functions of the site, and keeps a reckoning of its own of who counts where. */
async function live(events: readonly Event[], seed: number): Promise<Figure[]> {
  const { school, cohorts, accounts, languages, enrolments } = await world()
  const places = cohorts.map(() => new Map<number, Place>())
  const gone = new Set<number>()
  const sat = new Map<number, Sat>()
  const figures: Figure[] = []
  let [day, clock] = ['2026-11-03', 0]
  const now = () => new Date(startOfDay(day).getTime() + 8 * 3_600_000 + clock++ * 1000)

  const join = async (person: number, cohort: number) => {
    const place = places[cohort]
    if (gone.has(person) || place?.has(person)) return
    const accountId = accounts[person] as string
    const since = now()
    const row = cohorts[cohort] as CohortRow
    const before = await db().cohortMember.findFirst({ where: { cohortId: row.id, accountId } })
    if (before) {
      await moveMember(db(), before as MemberRow, { to: 'active', by: null }, since)
      const first = await db().memberMove.findFirstOrThrow({
        where: { memberId: before.id, to: 'active' },
        orderBy: { at: 'asc' },
      })
      place?.set(person, { member: { ...before, status: 'active' } as MemberRow, since: first.at.getTime() })
      return
    }
    const member = await insertPlace(row, {
      status: 'active',
      accountId,
      email: `${accountId}@example.ma`,
      waitsSince: since,
    })
    place?.set(person, { member, since: since.getTime() })
  }
  const leave = async (person: number, cohort: number, to: 'withdrawn' | 'transferred') => {
    const place = places[cohort]?.get(person)
    if (!place) return
    await moveMember(db(), place.member, { to, by: null }, now())
    places[cohort]?.delete(person)
  }
  const sit = async (person: number) => {
    const accountId = accounts[person] as string
    if (gone.has(person) || sat.has(person)) return
    const standing = places.flatMap((place, cohort) => {
      const found = place.get(person)
      return found ? [{ cohort, since: found.since }] : []
    })
    const first = standing.toSorted((one, other) => one.since - other.since)[0]
    const enrolmentId = enrolments.get(accountId) as string
    const { releaseId } = cohorts[0] as CohortRow
    // Each meets two of three questions. By the seed and who she is, so that a run can be repeated.
    const met = ['q1', 'q2', 'q3'].filter((_, place) => (person + seed) % 3 !== place)
    const answers = new Map(met.map((id, place) => [id, ((person * 7 + seed + place * 3) % 5) % 2 === 0]))
    const startedAt = now()
    await insertAttempt(
      db(),
      { enrolmentId, releaseId, number: 1, startedAt },
      met.map((questionId) => ({ questionId, order: [] })),
    )
    const { id: attemptId } = await db().attempt.findFirstOrThrow({ where: { enrolmentId } })
    for (const [questionId, right] of answers)
      await db().attemptQuestion.updateMany({ where: { attemptId, questionId }, data: { answer: [right ? 'a' : 'b'] } })
    const at = now()
    await closeAttempt(db(), attemptId, { handedInAt: at, earned: 0, possible: 2, passed: false })
    sat.set(person, { person, cohort: first?.cohort ?? null, at, language: languages[person] as string, answers })
  }
  const groups = cohorts.map(() => [] as { until: Date; members: Sat[]; figures: GroupFigures }[])
  const look = async () => {
    for (const [cohort, row] of cohorts.entries()) {
      const report = await learningOf(school, row, day)
      const mine = groups[cohort] as (typeof groups)[number]
      const closed = await db().closedGroup.findMany({ where: { cohortId: row.id }, orderBy: { number: 'asc' } })
      for (const { until, figures: kept } of closed.slice(mine.length)) {
        const from = mine.at(-1)?.until ?? new Date(0)
        const members = [...sat.values()].filter(
          (one) => one.cohort === cohort && !gone.has(one.person) && one.at >= from && one.at < until,
        )
        expect(members).toHaveLength((kept as GroupFigures).people)
        mine.push({ until, members, figures: kept as GroupFigures })
      }
      figures.push(...figuresIn(report, mine))
    }
  }
  for (const event of events) {
    if (event.kind === 'join') await join(event.person, event.cohort)
    if (event.kind === 'withdraw') await leave(event.person, event.cohort, 'withdrawn')
    if (event.kind === 'move' && event.from !== event.to)
      for (const person of [...(places[event.from]?.keys() ?? [])].slice(0, event.count)) {
        await leave(person, event.from, 'transferred')
        await join(person, event.to)
      }
    if (event.kind === 'sit') for (const person of event.people) await sit(person)
    if (event.kind === 'delete' && !gone.has(event.person)) {
      await db().account.delete({ where: { id: accounts[event.person] as string } })
      gone.add(event.person)
      for (const place of places) place.delete(event.person)
    }
    if (event.kind === 'sleep') {
      const next = nextDay(day, event.days)
      // The end comes on its own, after all that was told.
      day = next < FIELDS.endsOn ? next : day
      clock = 0
    }
    if (event.kind === 'look') await look()
  }
  day = nextDay(FIELDS.endsOn, 1)
  await look()
  return figures
}

type GroupFigures = { people: number; questions: { id: string; facility: Rate; byLanguage: Rate[] }[] }
type Group = { members: Sat[]; figures: GroupFigures }

/** Every number of people in a report, with the people that the reckoning finds behind it: as many, or the test fails. */
function figuresIn(report: LearningReport, groups: readonly Group[]): Figure[] {
  const rates = report.questions.flatMap(({ id, facility, byLanguage }) => [
    { id, rate: facility, inGroup: (group: Group) => group.figures.questions.find((one) => one.id === id)?.facility },
    ...byLanguage.map((rate, place) => ({
      id,
      rate,
      inGroup: (group: Group) => group.figures.questions.find((one) => one.id === id)?.byLanguage[place],
    })),
  ])
  return rates.flatMap(({ id, rate, inGroup }) => {
    if (rate.status === 'hidden') return []
    const met = groups
      .filter((group) => inGroup(group)?.status === 'shown')
      .flatMap(({ members }) => members)
      .filter(({ answers, language }) => answers.has(id) && [language, 'everyone'].includes(rate.label))
    const right = met.filter(({ answers }) => answers.get(id))
    expect(rate).toMatchObject({ people: met.length, rate: right.length / met.length })
    const set = (some: readonly Sat[]) => new Set(some.map(({ person }) => person))
    return [
      { of: `met ${id}`, people: set(met) },
      { of: `right ${id}`, people: set(right) },
      { of: `wrong ${id}`, people: set(met.filter((one) => !right.includes(one))) },
    ]
  })
}

/** How many people are behind a sum of figures of one kind, some of them taken off. */
function behind(figures: readonly Figure[], signs: readonly number[]): number {
  const weights = new Map<number, number>()
  for (const [place, { people }] of figures.entries())
    for (const person of people) weights.set(person, (weights.get(person) ?? 0) + (signs[place] ?? 0))
  return [...weights.values()].filter((weight) => weight !== 0).length
}

const unlike = (figures: readonly Figure[]) => [
  ...new Map(figures.map((figure) => [[...figure.people].toSorted((a, b) => a - b).join(), figure])).values(),
]

it('no two figures, nor sums of two, differ by fewer than five people’s answers, whatever happens', async () => {
  let shown = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { minLength: 30, maxLength: 60 }), fc.nat({ max: 20 }), async (told, seed) => {
      const opening: Event[] = Array.from({ length: PEOPLE }, (_, person) => ({
        kind: 'join',
        person,
        cohort: (person * person + seed) % COHORTS,
      }))
      const figures = await live([...opening, ...told], seed)
      shown += figures.length
      for (const of of new Set(figures.map((figure) => figure.of))) {
        const some = unlike(figures.filter((figure) => figure.of === of))
        const pairs = some.flatMap((one, place) => some.slice(place + 1).map((other) => [one, other] as const))
        const differences = [
          ...some.map((one) => behind([one], [1])),
          ...pairs.map((pair) => behind(pair, [1, -1])),
          ...pairs.flatMap((pair) => some.map((third) => behind([...pair, third], [1, 1, -1]))),
          ...pairs.flatMap((pair) => pairs.map((other) => behind([...pair, ...other], [1, 1, -1, -1]))),
        ]
        expect(differences.filter((people) => people > 0 && people < 5)).toEqual([])
      }
    }),
    { numRuns: 8 },
  )
  expect(shown).toBeGreaterThan(50)
}, 240_000)
