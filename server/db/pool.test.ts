import { expect, it } from 'vitest'
import { statementNames } from './pool'

it('gives each statement a name of its own, and gives no name after 200 statements', () => {
  const nameOf = statementNames()
  const texts = Array.from({ length: 201 }, (_, n) => `select ${n}`)
  const names = texts.map(nameOf)

  expect(new Set(names.slice(0, 200)).size).toBe(200)
  expect(names[200]).toBeUndefined()
  expect(texts.map(nameOf)).toEqual(names)
})
