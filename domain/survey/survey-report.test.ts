import { describe, expect, it } from 'vitest'
import { groupBy } from '../group-by'
import type { SurveyQuestion } from './survey'
import type { SurveyAnswers } from './survey-answers'
import { agreeingRate, reportSurvey, surveyReportSchema } from './survey-report'

const text = { ar: 'س', fr: 'Q', en: 'Q' }
const SCALE: SurveyQuestion = { kind: 'scale', id: 's', text }
const SEVERAL: SurveyQuestion = {
  kind: 'choice',
  id: 'm',
  text,
  several: true,
  options: ['a', 'b'].map((id) => ({ id, text })),
}
const TEXT: SurveyQuestion = { kind: 'text', id: 'w', text }

const people = (count: number, answers: SurveyAnswers): SurveyAnswers[] => Array.from({ length: count }, () => answers)
/** Answers with the given number of people at each level of agreement, the strongest level first. */
const levels = (...counts: number[]) => counts.flatMap((count, place) => people(count, { s: String(4 - place) }))
const scale = (...counts: number[]) => {
  const [figure] = reportSurvey([SCALE], levels(...counts), 100).questions
  if (figure?.kind !== 'scale') throw new Error('no scale')
  return figure
}
const shown = (figure: ReturnType<typeof scale>) =>
  figure.chosen.map(({ cell }) => (cell.status === 'shown' ? cell.people : null))

describe('the figures of a survey', () => {
  it('say how many of those asked have answered, if five or more have', () => {
    expect(reportSurvey([], levels(5), 12).response).toMatchObject({ status: 'shown', people: 5, value: { asked: 12 } })
    expect(reportSurvey([], levels(4), 12).response).toMatchObject({ status: 'hidden', reason: 'too-few-people' })
  })

  it('show nothing about fewer than five', () => {
    const figure = scale(2, 1, 1, 0)
    expect([figure.people.status, ...shown(figure)]).toEqual(['hidden', null, null, null, null])
  })

  it('hide a small answer, and a second one with it', () => {
    expect(shown(scale(20, 10, 6, 5))).toEqual([20, 10, 6, 5])
    expect(shown(scale(20, 10, 3, 4))).toEqual([20, 10, null, null])
    expect(shown(scale(20, 10, 1, 0))).toEqual([20, null, null, null])
  })

  it('leave open what is hidden, even for a reader who knows the rule and tries every combination', () => {
    const ways = (count: number, places: number): number[][] =>
      places === 1
        ? [[count]]
        : Array.from({ length: count + 1 }, (_, one) => one).flatMap((one) =>
            ways(count - one, places - 1).map((rest) => [one, ...rest]),
          )
    let hidden = 0
    for (let count = 5; count <= 14; count++) {
      const published = groupBy(ways(count, 4), (way) => JSON.stringify(shown(scale(...way))))
      for (const [figures, possible] of published)
        for (const [place, figure] of (JSON.parse(figures) as (number | null)[]).entries()) {
          if (figure !== null) continue
          hidden++
          expect(new Set(possible.map((way) => way[place])).size).toBeGreaterThan(1)
        }
    }
    expect(hidden).toBeGreaterThan(50)
  })

  it('count each tick of a multiple choice by itself', () => {
    const answers = [...people(12, { m: ['a'] }), ...people(3, { m: ['a', 'b'] }), ...people(9, {})]
    const [figure] = reportSurvey([SEVERAL], answers, 30).questions
    expect(figure).toMatchObject({
      kind: 'several',
      rates: [
        { label: 'a', status: 'shown', people: 24, rate: 15 / 24 },
        { label: 'b', status: 'hidden' },
      ],
    })
  })

  it('offer texts if ten or more people have answered', () => {
    const of = (count: number) => reportSurvey([TEXT], people(count, { w: 'mot' }), 50).questions[0]
    expect(of(9)).toMatchObject({ people: { status: 'hidden' } })
    expect(of(10)).toMatchObject({ people: { status: 'shown', people: 10 } })
  })

  it('are read again as they were stored', () => {
    const report = reportSurvey([SCALE, SEVERAL, TEXT], levels(9, 8, 7, 6), 40)
    expect(surveyReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
  })
})

describe('the share that agrees', () => {
  it('is shown only if it follows from what is shown', () => {
    expect(agreeingRate(scale(20, 2, 10, 3))).toMatchObject({ status: 'hidden', reason: 'protects-a-group' })
    expect(agreeingRate(scale(20, 10, 3, 4))).toMatchObject({ status: 'shown', people: 37, rate: 30 / 37 })
    expect(agreeingRate(scale(3, 4, 20, 13))).toMatchObject({ status: 'shown', rate: 7 / 40 })
    expect(agreeingRate(scale(1, 1, 1, 1))).toMatchObject({ status: 'hidden', reason: 'too-few-people' })
  })
})
