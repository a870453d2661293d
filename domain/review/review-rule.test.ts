import { describe, expect, it } from 'vitest'
import { type Day, dayOf, daysBetween, nextDay } from '../time/day'
import { dueDays, dueToday, MOST_A_DAY } from './due-days'
import { type CardHistory, type CardState, spacedReview } from './review-rule'

const START = '2027-01-04'
const stateAfter = (answers: CardHistory['answers'], knewBefore = false): CardState =>
  spacedReview({ startedOn: START, knewBefore, answers })

describe('the rule', () => {
  it('asks first after 8 days what was wrong or never met, and after 16 days what was right', () => {
    expect(stateAfter([])).toEqual({ state: 'waits', dueOn: '2027-01-12', turn: 1 })
    expect(stateAfter([], true)).toEqual({ state: 'waits', dueOn: '2027-01-20', turn: 1 })
  })

  it('asks 8 days after a wrong answer and 16 after a right one, from the day of the answer', () => {
    expect(stateAfter([{ on: '2027-01-15', right: false }])).toEqual({ state: 'waits', dueOn: '2027-01-23', turn: 2 })
    expect(stateAfter([{ on: '2027-01-15', right: true }])).toEqual({ state: 'waits', dueOn: '2027-01-31', turn: 2 })
  })

  it('retires a question after two right answers in a row, not counting what was right before', () => {
    const right = { on: '2027-01-20', right: true }
    expect(stateAfter([right], true)).toMatchObject({ state: 'waits', turn: 2 })
    expect(stateAfter([right, { on: '2027-02-05', right: false }, right])).toMatchObject({ state: 'waits', turn: 4 })
    expect(stateAfter([right, { on: '2027-02-05', right: true }])).toEqual({ state: 'learned', on: '2027-02-05' })
  })

  it('does not ask again what is learned', () => {
    const answers = ['2027-01-20', '2027-02-05', '2027-03-01'].map((on, turn) => ({ on, right: turn < 2 }))
    expect(stateAfter(answers)).toEqual({ state: 'learned', on: '2027-02-05' })
  })
})

/** How a learner behaves: `right` decides whether an answer is right, `comes` whether she is there on a day. */
type Life = {
  startedOn: Day
  cards: number
  right: (card: number, turn: number) => boolean
  /** The instant at which she answers on a day. */
  at?: (day: Day) => Date
  comes?: (day: Day) => boolean
  pause?: { on: Day; until: Day }
}

/** Simulates 400 days. Lists the questions of each day on which she was asked some: `0+` was right, `0-` was not. */
function timeline({ startedOn, cards, right, at = noon, comes = () => true, pause }: Life): string[] {
  const histories: CardHistory[] = Array.from({ length: cards }, () => ({ startedOn, knewBefore: false, answers: [] }))
  const lines: string[] = []
  for (let passed = 0; passed < 400; passed++) {
    const calendar = nextDay(startedOn, passed)
    if (!comes(calendar)) continue
    const today = dayOf(at(calendar))
    const pausedUntil = pause && today >= pause.on && today < pause.until ? pause.until : null
    const waiting = histories.flatMap((history, card) => {
      const state = spacedReview(history)
      return state.state === 'waits' ? [{ id: String(card), dueOn: state.dueOn, pausedUntil, turn: state.turn }] : []
    })
    const asked = dueToday(waiting, today, 0).map(({ id, turn }) => {
      const given = { on: today, right: right(Number(id), turn) }
      const history = histories[Number(id)] as CardHistory
      histories[Number(id)] = { ...history, answers: [...history.answers, given] }
      return `${id}${given.right ? '+' : '-'}`
    })
    if (asked.length > 0) lines.push(`${today} ${asked.join(' ')}`)
  }
  return lines
}

const noon = (day: Day) => new Date(`${day}T12:00:00Z`)

describe('the reviews of 400 days', () => {
  it('end after two turns for a learner who is always right', () => {
    expect(timeline({ startedOn: START, cards: 4, right: () => true })).toEqual([
      '2027-01-12 0+ 1+ 2+',
      '2027-01-13 3+',
      '2027-01-28 0+ 1+ 2+',
      '2027-01-29 3+',
    ])
  })

  it('bring a question every 8 days, for ever, to a learner who is always wrong', () => {
    const lines = timeline({ startedOn: START, cards: 1, right: () => false })
    expect(lines).toHaveLength(49)
    expect(lines.slice(0, 3)).toEqual(['2027-01-12 0-', '2027-01-20 0-', '2027-01-28 0-'])
    expect(lines.at(-1)).toBe('2028-01-31 0-')
  })

  it('alternate 8 and 16 days for a learner who is right every other time', () => {
    expect(timeline({ startedOn: START, cards: 1, right: (_, turn) => turn % 2 === 0 }).slice(0, 5)).toEqual([
      '2027-01-12 0-',
      '2027-01-20 0+',
      '2027-02-05 0-',
      '2027-02-13 0+',
      '2027-03-01 0-',
    ])
  })

  it('count days by the calendar of Morocco, also when the clock changes for Ramadan and back', () => {
    // The clock is set back on 7 February 2027 and forward on 14 March. She answers at 23:30 UTC: half past midnight of the
    // next day, except in Ramadan.
    const late = (day: Day) => new Date(`${day}T23:30:00Z`)
    expect(
      timeline({ startedOn: '2027-01-25', cards: 1, right: (_, turn) => turn % 2 === 0, at: late }).slice(0, 6),
    ).toEqual(['2027-02-02 0-', '2027-02-10 0+', '2027-02-26 0-', '2027-03-06 0+', '2027-03-22 0-', '2027-03-30 0+'])
    // At noon, the days are the same: no change of the clock makes a question due a day earlier or later.
    const days = timeline({ startedOn: '2027-01-25', cards: 1, right: () => false }).map((line) => line.slice(0, 10))
    expect(days.slice(1).map((day, before) => daysBetween(days[before] as Day, day))).toEqual(
      days.slice(1).map(() => 8),
    )
  })

  it('bring nothing during a judicial vacation, and then three questions a day, the longest due first', () => {
    const life = { startedOn: '2027-07-12', cards: 7, right: () => false }
    expect(timeline(life).slice(0, 6)).toEqual([
      '2027-07-20 0- 1- 2-',
      '2027-07-21 3- 4- 5-',
      '2027-07-22 6-',
      '2027-07-28 0- 1- 2-',
      '2027-07-29 3- 4- 5-',
      '2027-07-30 6-',
    ])
    expect(timeline({ ...life, pause: { on: '2027-07-26', until: '2027-09-06' } }).slice(0, 7)).toEqual([
      '2027-07-20 0- 1- 2-',
      '2027-07-21 3- 4- 5-',
      '2027-07-22 6-',
      '2027-09-06 0- 1- 2-',
      '2027-09-07 3- 4- 5-',
      '2027-09-08 6-',
      '2027-09-14 0- 1- 2-',
    ])
  })

  it('wait for a learner who does not come, and never bring more than three questions on a day', () => {
    const monthly = (day: Day) => day.endsWith('-01')
    const lines = timeline({ startedOn: START, cards: 14, right: () => true, comes: monthly })
    expect(lines.slice(0, 2)).toEqual(['2027-02-01 0+ 1+ 10+', '2027-03-01 11+ 12+ 13+'])
    for (const line of lines) expect(line.split(' ').length - 1).toBeLessThanOrEqual(MOST_A_DAY)
  })
})

describe('the days to come', () => {
  const card = (id: string, dueOn: Day, pausedUntil: Day | null = null) => ({ id, dueOn, pausedUntil })
  const today = '2027-05-10'
  const daysOf = (cards: ReturnType<typeof card>[], answered = 0) =>
    dueDays(cards, today, answered).map(({ day, cards: asked }) => `${day} ${asked.map(({ id }) => id).join('')}`)

  it('are none without questions', () => {
    expect(dueDays([], today, 0)).toEqual([])
    expect(dueToday([], today, 0)).toEqual([])
  })

  it('begin today with what is overdue, the longest due first', () => {
    expect(daysOf([card('c', '2027-05-09'), card('a', '2027-05-10'), card('b', '2027-04-01')])).toEqual([
      '2027-05-10 bca',
    ])
  })

  it('take what she has answered today into account', () => {
    const cards = ['a', 'b', 'c'].map((id) => card(id, today))
    expect(daysOf(cards, 2)).toEqual(['2027-05-10 a', '2027-05-11 bc'])
    expect(daysOf(cards, 3)).toEqual(['2027-05-11 abc'])
    expect(dueToday(cards, today, 3)).toEqual([])
  })

  it('push excess questions to the next days, together with those that are due there', () => {
    const cards = [...'abcdefg'].map((id) => card(id, today))
    expect(daysOf([...cards, card('h', '2027-05-12'), card('i', '2027-05-20')])).toEqual([
      '2027-05-10 abc',
      '2027-05-11 def',
      '2027-05-12 gh',
      '2027-05-20 i',
    ])
  })

  it('leave a paused course out until its pause ends', () => {
    expect(daysOf([card('a', '2027-05-01', '2027-06-01'), card('b', today)])).toEqual(['2027-05-10 b', '2027-06-01 a'])
    expect(daysOf([card('a', '2027-05-01', '2027-05-02')])).toEqual(['2027-05-10 a'])
  })
})
