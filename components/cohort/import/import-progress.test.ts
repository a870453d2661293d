import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { saidOf } from './import-progress'
import type { ImportState } from './import-run'

const t = translator('en')
const AT = new Date('2026-11-25T10:00:00Z')
const counts = { new: 8, existing: 2, 'already-in': 0, wrong: 1, done: 10, left: 0, lastDoneAt: AT }
const run = { id: 'r', cohortId: 'c', fileName: 'list.csv', encoding: null, columns: [], startedAt: AT }
const said = (state: Partial<ImportState>) =>
  saidOf({ run, counts, stage: 'running', toAdd: 10, ...state, locale: 'en', t }, '/en/cohorts/c/people')

it('says nothing while the import runs', () => {
  expect(said({ stage: 'running' })).toBeNull()
})

it('counts who was invited, and warns of those who were left out', () => {
  expect(said({ stage: 'finished' })).toMatchObject({ tone: 'ok', text: t('cohorts.import.finished', { count: 10 }) })
  expect(said({ stage: 'finished', counts: { ...counts, left: 3 } })).toMatchObject({
    tone: 'warn',
    text: `${t('cohorts.import.finished', { count: 7 })} ${t('cohorts.import.left', { count: 3 })}`,
    way: { href: '/en/cohorts/c/people' },
  })
})

it('says since when nothing has come in during a pause, and nothing if the import never began', () => {
  const none = { ...counts, done: 0, lastDoneAt: null }

  expect(said({ stage: 'paused' })).toEqual(said({ stage: 'paused', counts: none }))
  expect(said({ stage: 'paused', counts: none, run: { ...run, startedAt: null } })).toBeNull()
})

it('says how far it came before its cohort was archived', () => {
  expect(said({ stage: 'cut-short', counts: { ...counts, done: 4 } })?.text).toContain('4 of 10')
})
