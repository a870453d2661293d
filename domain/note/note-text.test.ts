import { expect, it } from 'vitest'
import { noteSchema } from './note-text'

it('counts characters, not UTF-16 units', () => {
  const problem = (noteText: string) => noteSchema.safeParse({ noteText }).error?.issues[0]?.message

  expect(problem('𞤀'.repeat(4000))).toBeUndefined()
  expect(problem('x'.repeat(4001))).toBe('too-long')
  expect(problem(' \n\0')).toBe('required')
})
