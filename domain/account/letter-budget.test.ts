import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BudgetClass,
  DEFAULT_CHOICES,
  digestFrom,
  fateOf,
  type LetterChoices,
  type LetterStanding,
  WEEK_MS,
} from './letter-budget'

const now = new Date('2026-11-25T10:00:00Z')
const HOUR_MS = 3_600_000
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
const DAY = 24
const person = (sent: LetterStanding['sent'] = [], choices: Partial<LetterChoices> = {}): LetterStanding => ({
  reachable: true,
  choices: { ...DEFAULT_CHOICES, ...choices },
  sent,
})
const sent = (letterClass: BudgetClass, ...hours: number[]) => hours.map((one) => ({ letterClass, at: ago(one) }))

describe('a reminder', () => {
  it.each<[string, LetterStanding, object]>([
    ['goes to who got none', person(), { fate: 'goes' }],
    ['goes as the second of a week', person(sent('reminder', 1)), { fate: 'goes' }],
    [
      'is gathered as the third, until the first is a week old',
      person(sent('reminder', 1, 3 * DAY)),
      { fate: 'gathered', from: new Date(ago(3 * DAY).getTime() + WEEK_MS) },
    ],
    ['goes on the second when the first is a week old', person(sent('reminder', 1, 7 * DAY)), { fate: 'goes' }],
    ['is not counted with reviews', person(sent('review', 1, 2, 3)), { fate: 'goes' }],
    [
      'always waits for the digest of who wants one',
      person([], { reminders: 'digest' }),
      { fate: 'gathered', from: now },
    ],
    [
      'waits a week after her last digest',
      person(sent('reminder', 2 * DAY), { reminders: 'digest' }),
      { fate: 'gathered', from: new Date(ago(2 * DAY).getTime() + WEEK_MS) },
    ],
    ['never goes to who wants none', person([], { reminders: 'none' }), { fate: 'stopped' }],
    ['never goes where no letter arrives', { ...person(), reachable: false }, { fate: 'stopped' }],
    [
      'waits for the morning after a pause, in Morocco',
      person([], { pausedUntil: '2026-12-01' }),
      { fate: 'gathered', from: new Date('2026-11-30T23:00:00Z') },
    ],
    ['goes when the pause is over', person([], { pausedUntil: '2026-11-25' }), { fate: 'goes' }],
  ])('%s', (_, standing, fate) => {
    expect(fateOf('reminder', standing, now)).toEqual(fate)
  })

  it('has the first place of a week again in the week of the change of clocks, after 168 hours', () => {
    // In Morocco Ramadan's clock begins on 7 February 2027: that week has 169 hours by the calendar.
    const first = new Date('2027-02-03T09:00:00Z')
    const letters = [
      { letterClass: 'reminder' as const, at: first },
      { letterClass: 'reminder' as const, at: first },
    ]
    const after = new Date(first.getTime() + WEEK_MS)

    expect(fateOf('reminder', person(letters), new Date(after.getTime() - 1))).toEqual({
      fate: 'gathered',
      from: after,
    })
    expect(fateOf('reminder', person(letters), after)).toEqual({ fate: 'goes' })
  })
})

describe('a letter of reviews', () => {
  const wanted = { reviews: true }

  it.each<[string, LetterStanding, object]>([
    ['does not go unless she wants them', person(), { fate: 'stopped' }],
    ['goes once she does', person([], wanted), { fate: 'goes' }],
    [
      'comes once a week',
      person(sent('review', DAY), wanted),
      { fate: 'later', from: new Date(ago(DAY).getTime() + WEEK_MS) },
    ],
    ['comes beside two reminders', person(sent('reminder', 1, 2), wanted), { fate: 'goes' }],
    ['comes though she wants no reminders', person([], { ...wanted, reminders: 'none' }), { fate: 'goes' }],
    [
      'waits for the end of a pause',
      person([], { ...wanted, pausedUntil: '2026-11-26' }),
      { fate: 'later', from: new Date('2026-11-25T23:00:00Z') },
    ],
  ])('%s', (_, standing, fate) => {
    expect(fateOf('review', standing, now)).toEqual(fate)
  })
})

describe('any number of reminders', () => {
  const written = fc.array(fc.record({ hours: fc.integer({ min: 0, max: 24 * 30 }) }), { maxLength: 40 })

  it.each([
    ['each', 2],
    ['digest', 1],
  ] as const)('sent as %s make at most %i letters in any week, and none is lost', (reminders, most) => {
    fc.assert(
      fc.property(written, (reminding) => {
        const letters: { letterClass: BudgetClass; at: Date }[] = []
        let waiting = 0
        let told = 0
        const standing = () => person(letters, { reminders })
        const send = (at: Date, tells: number) => {
          letters.push({ letterClass: 'reminder', at })
          told += tells
        }
        for (let hour = 0; hour < 24 * 60; hour += 1) {
          const at = new Date(now.getTime() + hour * HOUR_MS)
          for (const { hours } of reminding) {
            if (hours !== hour) continue
            if (fateOf('reminder', standing(), at).fate === 'goes') send(at, 1)
            else waiting += 1
          }
          const from = digestFrom(standing(), at)
          if (waiting > 0 && from && from <= at) {
            send(at, waiting)
            waiting = 0
          }
        }
        expect(told).toBe(reminding.length)
        for (const { at } of letters) {
          const inWeek = letters.filter((one) => one.at >= at && one.at.getTime() < at.getTime() + WEEK_MS)
          expect(inWeek.length).toBeLessThanOrEqual(most)
        }
      }),
    )
  })
})
