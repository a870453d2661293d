import { describe, expect, it } from 'vitest'
import { PHASES, type Phase } from '@/domain/cohort/phase'
import { translator } from '@/i18n/translator'
import { type ToDoFacts, toDoOf } from './to-do-of'

const NOW = new Date('2026-11-25T12:00:00Z')
const YESTERDAY = new Date('2026-11-24T12:00:00Z')
const HOUR_MS = 3_600_000
const t = translator('en')

type Person = ToDoFacts['people'][number]
const quietFor = (hours: number) => NOW.getTime() - hours * HOUR_MS
const late = (remindedAt: Date | null): Person => ({
  situation: 'late',
  remindedAt,
  reachable: true,
  lastActiveMs: quietFor(200),
})
const joined = (hours: number): Person => ({ ...late(null), situation: 'not-started', lastActiveMs: quietFor(hours) })
const FACTS: ToDoFacts = {
  people: [],
  statuses: { invited: 3, asked: 2 },
  again: 3,
  cohort: { seats: null },
  reasons: ['late', 'not-started'],
  may: { enrol: true, change: true },
}

function toDo(facts: Partial<ToDoFacts>, phase: Phase = 'running') {
  return toDoOf({ ...FACTS, ...facts }, phase, '/en/cohorts/1', NOW, t)
}
const linksOf = (...about: Parameters<typeof toDo>) => toDo(...about).map(({ href }) => href)
const TUTOR = { enrol: false, change: false }

it('leads to the reminder while there is somebody to write to', () => {
  expect(linksOf({ people: [late(null), late(YESTERDAY)] })).toContain('/en/cohorts/1/remind?why=late')
})

it('leads to the list once all of them were reminded a short time ago', () => {
  const links = linksOf({ people: [late(YESTERDAY), late(YESTERDAY)] })

  expect(links).toContain('/en/cohorts/1?show=late#people')
  expect(links).not.toContain('/en/cohorts/1/remind?why=late')
})

it.each(PHASES)('asks for something only while the cohort is not over: %s', (phase) => {
  const over = phase === 'over' || phase === 'archived'
  expect(linksOf({ people: [late(null)] }, phase).length === 0).toBe(over)
})

it('lets those who may invite write to all who have not answered, and lists these for a tutor', () => {
  const again = { href: '/en/cohorts/1/people/act?status=invited', form: { act: 'again', all: 'yes' } }

  expect(toDo({})).toContainEqual(expect.objectContaining(again))
  expect(linksOf({ may: TUTOR })).toContain('/en/cohorts/1/people?show=invited')
  expect(toDo({ may: TUTOR }).some(({ form }) => form)).toBe(false)
})

it('asks for no second invitation of those who got theirs a short time ago', () => {
  const texts = (again: number) => toDo({ statuses: { invited: 68 }, again }).map(({ text }) => text)

  expect(texts(0)).toEqual([])
  expect(texts(5)).toEqual([t('cohorts.dashboard.invited', { count: 5 })])
})

describe('people who have not begun', () => {
  const notStarted = (count: number) => t('cohorts.dashboard.notStarted', { count })
  const texts = (people: Person[], phase: Phase) =>
    toDo({ people, statuses: {}, again: 0 }, phase).map(({ text }) => text)

  it('are named a day after they joined', () => {
    expect(texts([joined(1), joined(23)], 'running')).toEqual([])
    expect(texts([joined(1), joined(25)], 'running')).toEqual([notStarted(1)])
  })

  it('are not named before the first day', () => {
    expect(texts([joined(100)], 'planned')).toEqual([])
  })
})

it('names those who wait for a seat, and leads to the seats if all are taken', () => {
  const statuses = { waiting: 7, invited: 10, active: 2 }
  const links = (facts: Partial<ToDoFacts>) => linksOf({ statuses, again: 0, ...facts })

  expect(toDo({ statuses, again: 0 })[0]?.text).toBe(t('cohorts.dashboard.waiting', { count: 7 }))
  expect(links({ cohort: { seats: 12 } })).toEqual(['/en/cohorts/1/settings#seats'])
  expect(links({ cohort: { seats: 12 }, may: TUTOR })).toEqual(['/en/cohorts/1/people?show=waiting'])
  expect(links({ cohort: { seats: 13 } })).toEqual(['/en/cohorts/1/people?show=waiting'])
})
