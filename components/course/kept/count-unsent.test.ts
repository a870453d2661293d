import { expect, it, vi } from 'vitest'
import { countUnsent } from './count-unsent'

it('counts the answers to exams and grids that signing out would delete, of whoever they are', () => {
  vi.stubGlobal('localStorage', {
    'exam:attempt': '{}',
    'grid:her:file:page': '{}',
    'grid:him:file:page': '{}',
    look: '',
  })

  expect(countUnsent()).toBe(3)
})

it('counts nothing where the storage is forbidden', () => {
  const forbidden = {
    ownKeys: () => {
      throw new DOMException('no', 'SecurityError')
    },
  }
  vi.stubGlobal('localStorage', new Proxy({}, forbidden))

  expect(countUnsent()).toBe(0)
})
