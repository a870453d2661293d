import { expect, it } from 'vitest'
import { noteSchema, tidyNote } from './note-text'

it('keeps the lines of a note, with one kind of line end', () => {
  expect(tidyNote(' un\r\ndeux\rtrois\n\n\tquatre ')).toBe('un\ndeux\ntrois\n\n\tquatre')
})

it('keeps what a reader may type, and nothing that no page can show', () => {
  expect(tidyNote('<b>الضحية</b> ⚖️ 🇲🇦')).toBe('<b>الضحية</b> ⚖️ 🇲🇦')
  expect(tidyNote('a\0b\u0007c\uD83Dd')).toBe('abcd')
})

it('counts characters, not their halves', () => {
  const problem = (noteText: string) => noteSchema.safeParse({ noteText }).error?.issues[0]?.message

  expect(problem('𞤀'.repeat(4000))).toBeUndefined()
  expect(problem('x'.repeat(4001))).toBe('too-long')
  expect(problem(' \n\0')).toBe('required')
})
