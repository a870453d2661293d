import { expect, it } from 'vitest'
import { type ImportWork, stageOfImport } from './import-stage'

const NOW = new Date('2026-11-24T10:00:00Z')
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)
const none: ImportWork = { startedAt: null, endedAt: null, lastDoneAt: null, done: 0, toAdd: 3 }

it.each<[string, Partial<ImportWork>]>([
  ['checked', {}],
  ['running', { startedAt: NOW }],
  ['running', { startedAt: ago(119) }],
  ['running', { startedAt: ago(600), lastDoneAt: ago(1), done: 2 }],
  ['running', { startedAt: ago(600), lastDoneAt: ago(1), done: 3 }],
  ['paused', { startedAt: ago(121) }],
  ['paused', { startedAt: ago(600), lastDoneAt: ago(121), done: 2 }],
  ['finished', { startedAt: ago(600), endedAt: ago(1), lastDoneAt: ago(1), done: 3 }],
  ['finished', { startedAt: ago(600), endedAt: ago(1), toAdd: 0 }],
  ['cut-short', { startedAt: ago(600), endedAt: ago(1), lastDoneAt: ago(90), done: 2 }],
])('%s: %j', (stage, work) => {
  expect(stageOfImport({ ...none, ...work }, NOW)).toBe(stage)
})
