import { expect, it } from 'vitest'
import { gainReportSchema, reportGain, type Scored } from './gain-report'
import { seededGenerator } from './seeded-generator'

const forms = { before: ['b1', 'b2'], after: ['a1', 'a2'] }
const resampling = () => ({ random: seededGenerator(1), draws: 1000 })

/** One test: each person's scores in its two questions. */
const test = (ids: readonly string[], scores: readonly (readonly [number, number])[], from = 0): Scored[] =>
  scores.flatMap((pair, person) =>
    pair.map((score, place) => ({ personKey: `person-${person + from}`, questionId: ids[place] ?? '', score })),
  )
const ten = Array.from({ length: 10 }, (_, n) => [n % 2, n < 3 ? 1 : 0] as const)
const tenLater = Array.from({ length: 10 }, (_, n) => [1, n < 8 ? 1 : 0] as const)

it('compares the people who took both tests', () => {
  const report = reportGain(
    { before: test(forms.before, ten), after: test(forms.after, tenLater) },
    forms,
    resampling(),
  )

  expect(report).toMatchObject({ matched: 10, dropOuts: 0 })
  expect(report.means).toMatchObject({
    status: 'shown',
    people: 10,
    value: { before: 0.4, after: 0.9, ceiling: false },
  })
  expect(report.gain.status === 'shown' && report.gain.value.gain).toBeCloseTo((0.9 - 0.4) / 0.6)
  expect(report.effect.status).toBe('shown')
  expect(report.alpha.after.status).toBe('shown')
})

it('gives the same intervals for the same seed', () => {
  const taken = { before: test(forms.before, ten), after: test(forms.after, tenLater) }

  expect(reportGain(taken, forms, resampling())).toEqual(reportGain(taken, forms, resampling()))
})

it('shows no figure about fewer than ten people', () => {
  const taken = { before: test(forms.before, ten), after: test(forms.after, tenLater.slice(1), 1) }
  const report = reportGain(taken, forms, resampling())

  expect(report).toMatchObject({ matched: 9, dropOuts: 1 })
  for (const figure of [report.means, report.gain, report.effect])
    expect(figure).toMatchObject({ status: 'hidden', reason: 'too-few-people' })
})

it('counts who left after the first test, and leaves her out of every figure', () => {
  const all = { before: test(forms.before, ten), after: test(forms.after, tenLater) }
  const withLeaver = { ...all, before: [...all.before, ...test(forms.before, [[1, 1]], 10)] }

  expect(reportGain(withLeaver, forms, resampling())).toEqual({
    ...reportGain(all, forms, resampling()),
    dropOuts: 1,
  })
})

it('warns if most people scored too high to show what they learned', () => {
  const high = ten.map((_, n) => [1, n < 8 ? 1 : 0] as const)
  const report = reportGain({ before: test(forms.before, high), after: test(forms.after, high) }, forms, resampling())

  expect(report.means).toMatchObject({ value: { ceiling: true } })
})

it('shows nothing that would reveal, with an earlier report, ten people who all had one score', () => {
  const more = Array.from({ length: 10 }, (_, n) => [n % 2, n < 3 ? 1 : 0] as const)
  const alike = Array.from({ length: 10 }, () => [1, 1] as const)
  const known = new Set(ten.map((_, person) => `person-${person}`))
  const taken = (later: readonly (readonly [number, number])[]) => ({
    before: [...test(forms.before, ten), ...test(forms.before, more, 10)],
    after: [...test(forms.after, tenLater), ...test(forms.after, later, 10)],
  })

  expect(reportGain(taken(tenLater), forms, resampling(), known).means.status).toBe('shown')
  const report = reportGain(taken(alike), forms, resampling(), known)
  for (const figure of [report.means, report.gain, report.effect])
    expect(figure).toMatchObject({ status: 'hidden', reason: 'protects-a-group' })
  expect(reportGain(taken(alike), forms, resampling()).means.status).toBe('shown')
})

it('is read again as it was kept', () => {
  const report = reportGain(
    { before: test(forms.before, ten), after: test(forms.after, tenLater) },
    forms,
    resampling(),
  )

  expect(gainReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
})
