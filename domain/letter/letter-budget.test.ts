import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, daysBetween, hourOf, nextDay, startOfDay } from '../time/day'
import {
  type BudgetClass,
  DEFAULT_CHOICES,
  decideLetter,
  digestFrom,
  type LetterChoices,
  type LetterRecipient,
  weekBegins,
} from './letter-budget'

const now = new Date('2026-11-25T10:00:00Z')
/** Eight in the morning of a day in Morocco. */
const morning = (day: string) => hourOf(day, 8)
const HOUR_MS = 3_600_000
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
const DAY = 24
const person = (sent: LetterRecipient['sent'] = [], choices: Partial<LetterChoices> = {}): LetterRecipient => ({
  reachable: true,
  choices: { ...DEFAULT_CHOICES, ...choices },
  sent,
})
const sent = (letterClass: BudgetClass, ...hours: number[]) => hours.map((one) => ({ letterClass, at: ago(one) }))

describe('a reminder', () => {
  it.each<[string, LetterRecipient, object]>([
    ['goes to who got none', person(), { fate: 'goes' }],
    ['goes as the second of a week', person(sent('reminder', 1)), { fate: 'goes' }],
    [
      'is gathered as the third, until the morning of the seventh day after the first',
      person(sent('reminder', 1, 3 * DAY)),
      { fate: 'gathered', from: morning('2026-11-29') },
    ],
    ['goes on the seventh day after the first', person(sent('reminder', 1, 7 * DAY)), { fate: 'goes' }],
    // In Morocco it is 25 November, 11:00; the first reminder left on 18 November at 23:30.
    ['goes then whatever the hour', person(sent('reminder', 1, 6 * DAY + 11.5)), { fate: 'goes' }],
    ['is not counted with reviews', person(sent('review', 1, 2, 3)), { fate: 'goes' }],
    [
      'always waits for the digest of who wants one',
      person([], { reminders: 'digest' }),
      { fate: 'gathered', from: now },
    ],
    [
      'waits a week after her last digest',
      person(sent('reminder', 2 * DAY), { reminders: 'digest' }),
      { fate: 'gathered', from: morning('2026-11-30') },
    ],
    ['never goes to who wants none', person([], { reminders: 'none' }), { fate: 'stopped' }],
    ['never goes where no letter arrives', { ...person(), reachable: false }, { fate: 'stopped' }],
    [
      'waits for the morning after a pause, in Morocco',
      person([], { pausedUntil: '2026-12-01' }),
      { fate: 'gathered', from: morning('2026-12-01') },
    ],
    ['goes when the pause is over', person([], { pausedUntil: '2026-11-25' }), { fate: 'goes' }],
  ])('%s', (_, recipient, fate) => {
    expect(decideLetter('reminder', recipient, now)).toEqual(fate)
  })

  it('of a fixed hour comes each week, even seconds earlier than the one before, and when the clock changes', () => {
    // Morocco sets its clocks back for Ramadan on 7 February 2027, a Sunday, and forward again on 14 March.
    for (const friday of ['2026-12-04', '2027-02-05', '2027-03-12']) {
      const nine = hourOf(friday, 9)
      const left = new Date(nine.getTime() + 20_000)
      const recipient = person([left, left].map((at) => ({ letterClass: 'reminder' as const, at })))
      const next = nextDay(friday, 7)

      expect(decideLetter('reminder', recipient, new Date(startOfDay(next).getTime() - 1))).toEqual({
        fate: 'gathered',
        from: morning(next),
      })
      expect(decideLetter('reminder', recipient, hourOf(next, 9))).toEqual({ fate: 'goes' })
    }
  })

  it('that is due at night goes at once, but a digest waits for the morning', () => {
    const night = hourOf('2026-11-25', 3)
    expect(decideLetter('reminder', person(), night)).toEqual({ fate: 'goes' })
    expect(digestFrom(person(), night)).toEqual(morning('2026-11-25'))
    expect(digestFrom(person(), hourOf('2026-11-25', 21))).toEqual(hourOf('2026-11-25', 21))
  })
})

describe('a letter of reviews', () => {
  const wanted = { reviews: true }

  it.each<[string, LetterRecipient, object]>([
    ['does not go unless she wants them', person(), { fate: 'stopped' }],
    ['goes once she does', person([], wanted), { fate: 'goes' }],
    ['comes once a week', person(sent('review', DAY), wanted), { fate: 'later', from: startOfDay('2026-12-01') }],
    ['comes beside two reminders', person(sent('reminder', 1, 2), wanted), { fate: 'goes' }],
    ['comes though she wants no reminders', person([], { ...wanted, reminders: 'none' }), { fate: 'goes' }],
    [
      'waits for the end of a pause',
      person([], { ...wanted, pausedUntil: '2026-11-26' }),
      { fate: 'later', from: new Date('2026-11-25T23:00:00Z') },
    ],
  ])('%s', (_, recipient, fate) => {
    expect(decideLetter('review', recipient, now)).toEqual(fate)
  })
})

describe('an announcement', () => {
  it.each<[string, LetterRecipient, object]>([
    ['goes to who got no letter within a week', person(), { fate: 'goes' }],
    ['goes once the last one is a week old', person(sent('reminder', 7 * DAY)), { fate: 'goes' }],
    ['goes though she wants no reminders', person([], { reminders: 'none' }), { fate: 'goes' }],
    ['is on the page only where she wants no letter of it', person([], { announcements: false }), { fate: 'stopped' }],
  ])('%s', (_, recipient, fate) => {
    expect(decideLetter('announcement', recipient, now)).toEqual(fate)
  })

  it.each(['reminder', 'review', 'announcement'] as const)(
    'does not go beside a letter of the class %s',
    (letterClass) => {
      expect(decideLetter('announcement', person(sent(letterClass, DAY)), now)).toMatchObject({ fate: 'later' })
    },
  )

  it('does not go during a pause', () => {
    expect(decideLetter('announcement', person([], { pausedUntil: '2026-12-01' }), now)).toMatchObject({
      fate: 'later',
    })
  })

  it('counts as one of the two reminders of a week, and not as a review', () => {
    const told = sent('announcement', 1)

    expect(decideLetter('reminder', person(told), now)).toEqual({ fate: 'goes' })
    expect(decideLetter('reminder', person([...told, ...sent('reminder', 2)]), now)).toMatchObject({ fate: 'gathered' })
    expect(decideLetter('review', person(told, { reviews: true }), now)).toEqual({ fate: 'goes' })
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
        const recipient = () => person(letters, { reminders })
        const send = (at: Date, tells: number) => {
          letters.push({ letterClass: 'reminder', at })
          told += tells
        }
        for (let hour = 0; hour < 24 * 60; hour += 1) {
          const at = new Date(now.getTime() + hour * HOUR_MS)
          for (const { hours } of reminding) {
            if (hours !== hour) continue
            if (decideLetter('reminder', recipient(), at).fate === 'goes') send(at, 1)
            else waiting += 1
          }
          const from = waiting > 0 ? digestFrom(recipient(), at) : null
          if (from && from <= at) {
            send(at, waiting)
            waiting = 0
          }
        }
        expect(told).toBe(reminding.length)
        for (const { at } of letters) {
          const days = letters.map((one) => daysBetween(dayOf(at), dayOf(one.at)))
          const inWeek = days.filter((day) => day >= 0 && day < 7)
          expect(inWeek.length).toBeLessThanOrEqual(most)
        }
      }),
      { numRuns: 30 },
    )
  })
})

it('counts the letters of seven whole days, of which today is the last', () => {
  expect(weekBegins(now)).toEqual(startOfDay('2026-11-19'))
  const at = (time: Date) => person([{ letterClass: 'review', at: time }], { reviews: true })
  expect(decideLetter('review', at(weekBegins(now)), now).fate).toBe('later')
  expect(decideLetter('review', at(new Date(weekBegins(now).getTime() - 1)), now).fate).toBe('goes')
})
