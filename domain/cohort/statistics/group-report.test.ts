import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { multipleChoice, singleChoice, trueFalse } from '@/tests/support/course-factories'
import type { QuestionKey } from '../../question/question'
import type { FirstAttempt } from './first-attempt'
import { discloseGroup, type GroupReport, groupReportSchema } from './group-report'
import { reportLearning } from './learning-report'

const PROVISIONS: Readonly<Record<string, readonly string[]>> = {
  q1: ['cp-1', 'cp-2', 'cp-3'],
  q2: ['cp-1', 'cp-3'],
  q3: ['cp-1', 'cp-4'],
  q4: ['cp-4'],
}
const IDS = Object.keys(PROVISIONS)
const bank: QuestionKey[] = [
  singleChoice({ id: 'q1', correct: ['a'] }),
  multipleChoice({ id: 'q2' }),
  trueFalse({ id: 'q3' }),
  singleChoice({ id: 'q4', correct: ['a'] }),
]

/** A person's answers to the questions that she met: `a` is right. */
type Person = { key: string; language: 'ar' | 'fr'; sure: boolean; chosen: Partial<Record<string, string>> }

const attemptsOf = (people: readonly Person[]): FirstAttempt[] =>
  people.flatMap(({ key, language, sure, chosen }) =>
    Object.entries(chosen).map(([questionId, option]) => ({
      personKey: key,
      language,
      questionId,
      provisions: PROVISIONS[questionId] ?? [],
      score: option === 'a' ? 1 : 0,
      chosen: option ? [option] : [],
      certainty: sure ? ('sure' as const) : null,
    })),
  )
const groupOf = (people: readonly Person[]) => discloseGroup(attemptsOf(people), bank, null)
const setsOf = ({ provisions, objectives = [] }: GroupReport) => [...provisions, ...objectives]
const crowd = (count: number, person: Omit<Person, 'key'>, from = JSON.stringify(person)): Person[] =>
  Array.from({ length: count }, (_, place) => ({ ...person, key: `${from} ${place}` }))

/**
 * The sum of figures that share no question, minus the figure of all their questions together: the people who were
 * wrong on several of them are counted more than once in the sum.
 */
function overlaps(figures: readonly (readonly string[])[], count: (ids: readonly string[]) => number): number[] {
  const sets = [...new Map(figures.map((ids) => [ids.toSorted().join(), ids])).values()]
  const families: (readonly string[])[][] = [[]]
  for (const ids of sets) {
    const apart = families.filter((family) => !family.flat().some((id) => ids.includes(id)))
    families.push(...apart.map((family) => [...family, ids]))
  }
  return families.flatMap((family) =>
    family.length > 1 && sets.some((ids) => ids.toSorted().join() === family.flat().toSorted().join())
      ? [family.reduce((people, ids) => people + count(ids), 0) - count(family.flat())]
      : [],
  )
}

const anyPerson = fc.record({
  language: fc.constantFrom('ar' as const, 'fr' as const),
  sure: fc.boolean(),
  chosen: fc
    .subarray(IDS, { minLength: 1 })
    .chain((met) => fc.record(Object.fromEntries(met.map((id) => [id, fc.constantFrom('a', 'a', 'b', 'c')])))),
})
const anyGroup = (from: string) =>
  fc
    .array(anyPerson, { minLength: 10, maxLength: 70 })
    .map((people) => people.map((one, place): Person => ({ ...one, key: `${from} ${place}` })))

describe('an objective', () => {
  const fr = { language: 'fr', sure: false } as const
  const few = (id: string) => [
    ...crowd(3, { language: 'fr', sure: true, chosen: { [id]: 'b' } }),
    ...crowd(3, { ...fr, chosen: { [id]: 'b' } }),
    ...crowd(3, { ...fr, chosen: { [id]: 'a' } }),
  ]

  it('is shown even if its questions and provisions are each about too few people', () => {
    const report = groupOf([...few('q2'), ...few('q4')])

    expect(report.provisions.map(({ errors }) => errors.status)).toEqual(['hidden', 'hidden', 'hidden'])
    expect(report.objectives).toMatchObject([
      {
        provision: bank[0]?.objective,
        questions: ['q2', 'q4'],
        errors: { status: 'shown', people: 18, rate: 12 / 18, label: bank[0]?.objective },
        confident: { status: 'shown', people: 12, rate: 0.5 },
      },
    ])
    expect(reportLearning([report], bank).objectives[0]?.errors).toMatchObject({ people: 18 })
    expect(groupReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
  })

  it('is hidden if a question differs from it by one person’s answers', () => {
    const people = [
      ...crowd(9, { ...fr, chosen: { q3: 'a', q4: 'a' } }),
      ...crowd(9, { ...fr, chosen: { q3: 'a', q4: 'b' } }),
    ]
    const shown = groupOf([...people, ...crowd(6, { ...fr, chosen: { q3: 'b', q4: 'a' } })])
    const report = groupOf([...people, ...crowd(1, { ...fr, chosen: { q3: 'b', q4: 'a' } })])

    expect(shown.objectives?.[0]?.errors.status).toBe('shown')
    expect(report.questions.find(({ id }) => id === 'q4')?.facility.status).toBe('shown')
    expect(report.objectives?.[0]?.errors.status).toBe('hidden')
  })

  it('changes no figure of a provision, and is missing in a group that closed earlier', () => {
    const { objectives: _, ...earlier } = groupOf([...few('q2'), ...few('q4')])

    expect(groupReportSchema.parse(JSON.parse(JSON.stringify(earlier)))).toEqual(earlier)
    expect(reportLearning([earlier], bank).objectives).toEqual([])
    expect(earlier.provisions.some(({ provision }) => provision.startsWith('~'))).toBe(false)
  })
})

describe('a provision beside what stands beside it', () => {
  const fr = { language: 'fr', sure: false } as const
  const errorsOn = ({ provisions }: GroupReport, id: string) =>
    provisions.find(({ provision }) => provision === id)?.errors.status

  it('is hidden if a question differs from it by one person’s answers', () => {
    const people = [
      ...crowd(9, { ...fr, chosen: { q3: 'a', q4: 'a' } }),
      ...crowd(9, { ...fr, chosen: { q3: 'b', q4: 'b' } }),
    ]
    const one = crowd(1, { ...fr, chosen: { q3: 'a', q4: 'b' } })
    const five = crowd(5, { ...fr, chosen: { q3: 'a', q4: 'b' } })

    expect(errorsOn(groupOf([...people, ...one]), 'cp-4')).toBe('hidden')
    // Nine people were wrong on both questions; five were wrong only on the second.
    expect(errorsOn(groupOf([...people, ...five, ...crowd(5, { ...fr, chosen: { q3: 'b', q4: 'a' } })]), 'cp-4')).toBe(
      'shown',
    )
  })

  it('is hidden where another provision, of more questions, and it differ by one person’s answers', () => {
    // So few people met each question that its own figure is hidden.
    const people = ['q1', 'q2'].flatMap((id) => [
      ...crowd(4, { ...fr, chosen: { [id]: 'a' } }),
      ...crowd(4, { ...fr, chosen: { [id]: 'b' } }),
    ])
    const onAnother = [...crowd(4, { ...fr, chosen: { q3: 'a' } }), ...crowd(1, { ...fr, chosen: { q3: 'b' } })]
    const report = groupOf([...people, ...onAnother])

    expect(errorsOn(groupOf(people), 'cp-3')).toBe('shown')
    expect(errorsOn(report, 'cp-1')).toBe('shown')
    expect(errorsOn(report, 'cp-3')).toBe('hidden')
  })

  it('never differs by one to four people’s answers from a question or a provision of some of its questions', () => {
    fc.assert(
      fc.property(anyGroup('one'), (people) => {
        const report = groupOf(people)
        const wrongOn = (ids: readonly string[], sure = false) =>
          new Set(
            people
              .filter((one) => !sure || one.sure)
              .filter(({ chosen }) => ids.some((id) => chosen[id] !== undefined && chosen[id] !== 'a'))
              .map(({ key }) => key),
          )
        const shown = [
          ...report.questions.filter(({ facility }) => facility.status === 'shown').map(({ id }) => [id]),
          ...setsOf(report)
            .filter(({ errors }) => errors.status === 'shown')
            .map(({ questions }) => questions),
        ]
        const sure = setsOf(report).filter(({ confident }) => confident.status === 'shown')
        const gaps = (figures: readonly (readonly string[])[], count: (ids: readonly string[]) => number) =>
          figures.flatMap((some) =>
            figures.filter((all) => some.every((id) => all.includes(id))).map((all) => count(all) - count(some)),
          )
        const all = [
          ...gaps(shown, (ids) => wrongOn(ids).size),
          ...gaps(
            sure.map(({ questions }) => questions),
            (ids) => wrongOn(ids, true).size,
          ),
        ]
        expect(all.filter((gap) => gap > 0 && gap < 5)).toEqual([])
        const sums = [
          ...overlaps(shown, (ids) => wrongOn(ids).size),
          ...overlaps(
            sure.map(({ questions }) => questions),
            (ids) => wrongOn(ids, true).size,
          ),
        ]
        expect(sums.filter((twice) => twice > 0 && twice < 5)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('is hidden if two separate provisions and their objective reveal who was wrong on both', () => {
    const apart: Readonly<Record<string, string>> = { q1: 'p-1', q2: 'p-1', q3: 'p-2', q4: 'p-2' }
    const report = (both: number) =>
      discloseGroup(
        attemptsOf([
          // So few people met each question that only the provisions and the objective have figures.
          ...['q1', 'q2'].flatMap((id) => [
            ...crowd(4, { ...fr, sure: true, chosen: { [id]: 'b' } }),
            ...crowd(4, { ...fr, chosen: { [id]: 'a' } }),
          ]),
          ...['q3', 'q4'].flatMap((id) => [
            ...crowd(4, { ...fr, sure: true, chosen: { [id]: 'b' } }),
            ...crowd(4, { ...fr, chosen: { [id]: 'a' } }),
          ]),
          ...crowd(both, { ...fr, sure: true, chosen: { q1: 'b', q3: 'b' } }),
        ]).map((attempt) => ({ ...attempt, provisions: [apart[attempt.questionId] ?? ''] })),
        bank,
        null,
      )

    expect(report(0).objectives?.[0]?.errors).toMatchObject({ status: 'shown' })
    expect(report(1).provisions.map(({ errors }) => errors.status)).toEqual(['shown', 'shown'])
    expect(report(1).objectives?.[0]?.errors).toMatchObject({ status: 'hidden' })
    expect(report(1).objectives?.[0]?.confident).toMatchObject({ status: 'hidden' })
  })
})

describe('the reports of two days', () => {
  /** Every number of people that a report of these groups shows, by what it counts. */
  function numbersIn(groups: readonly GroupReport[]): Map<string, number> {
    const { questions, provisions, objectives } = reportLearning(groups, bank)
    const counts = new Map<string, number>()
    const put = (name: string, rate: (typeof provisions)[number]['errors']) => {
      if (rate.status === 'hidden') return
      counts.set(`${name}: people`, rate.people)
      counts.set(`${name}: of them`, Math.round(rate.rate * rate.people))
      counts.set(`${name}: others`, rate.people - Math.round(rate.rate * rate.people))
    }
    for (const { id, facility, byLanguage, choices } of questions) {
      put(`${id} facility`, facility)
      for (const rate of byLanguage) put(`${id} in ${rate.label}`, rate)
      if (choices?.people.status === 'shown') counts.set(`${id} choices: people`, choices.people.people)
    }
    for (const { provision, errors, confident } of [...provisions, ...objectives]) {
      put(`${provision} errors`, errors)
      put(`${provision} confident`, confident)
    }
    return counts
  }

  it('never differ in a number by one to four people', () => {
    const anyGroups = fc.tuple(anyGroup('first'), anyGroup('second'), anyGroup('third'))
    fc.assert(
      fc.property(anyGroups, (told) => {
        const groups = told.map(groupOf)
        const days = groups.map((_, place) => numbersIn(groups.slice(0, place + 1)))
        for (const [place, later] of days.entries())
          for (const earlier of days.slice(0, place))
            for (const [name, people] of later) {
              const more = people - (earlier.get(name) ?? 0)
              expect(more === 0 || more >= 5, `${name}: ${more}`).toBe(true)
            }
      }),
      { numRuns: 100 },
    )
  })

  it('are the same for whoever reads what was kept', () => {
    fc.assert(
      fc.property(anyGroup('one'), (people) => {
        const group = groupOf(people)
        expect(groupReportSchema.parse(JSON.parse(JSON.stringify(group)))).toEqual(group)
      }),
      { numRuns: 30 },
    )
  })
})
