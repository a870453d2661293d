import { expect, it } from 'vitest'
import { PHASES, type Phase } from '@/domain/cohort/phase'
import { translator } from '@/i18n/translator'
import { type ToDoFacts, toDoOf } from './to-do-of'

const NOW = new Date('2026-11-25T12:00:00Z')
const YESTERDAY = new Date('2026-11-24T12:00:00Z')
const t = translator('en')

const late = (remindedAt: Date | null) => ({ situation: 'late', remindedAt, reachable: true }) as const

function toDo(people: ToDoFacts['people'], phase: Phase = 'running', enrol = true) {
  const facts: ToDoFacts = { people, statuses: { invited: 3, asked: 2 }, reasons: ['late'], may: { enrol } }
  return toDoOf(facts, phase, '/en/cohorts/1', NOW, t)
}
const linksOf = (...about: Parameters<typeof toDo>) => toDo(...about).map(({ href }) => href)

it('leads to the reminder while there is somebody to write to', () => {
  expect(linksOf([late(null), late(YESTERDAY)])).toContain('/en/cohorts/1/remind?why=late')
})

it('leads to the list once all of them were reminded a short time ago', () => {
  const links = linksOf([late(YESTERDAY), late(YESTERDAY)])

  expect(links).toContain('/en/cohorts/1?show=late#people')
  expect(links).not.toContain('/en/cohorts/1/remind?why=late')
})

it.each(PHASES)('asks for something only while the cohort is not over: %s', (phase) => {
  const over = phase === 'over' || phase === 'archived'
  expect(linksOf([late(null)], phase).length === 0).toBe(over)
})

it('lets those who may invite write to all who have not answered, and lists these for a tutor', () => {
  const again = { href: '/en/cohorts/1/people/act?status=invited', form: { act: 'again', all: 'yes' } }

  expect(toDo([])).toContainEqual(expect.objectContaining(again))
  expect(linksOf([], 'running', false)).toContain('/en/cohorts/1/people?show=invited')
  expect(toDo([], 'running', false).some(({ form }) => form)).toBe(false)
})
