import { expect, it } from 'vitest'
import { tidyLines } from './plain-lines'

it('keeps the lines of a text, with one kind of line end', () => {
  expect(tidyLines(' un\r\ndeux\rtrois\n\n\tquatre ')).toBe('un\ndeux\ntrois\n\n\tquatre')
})

it('keeps what a person may type, and nothing that no page can show', () => {
  expect(tidyLines('<b>الضحية</b> ⚖️ 🇲🇦')).toBe('<b>الضحية</b> ⚖️ 🇲🇦')
  expect(tidyLines('a\0b\u0007c\uD83Dd')).toBe('abcd')
})
