import { expect, it } from 'vitest'
import { filesIn } from './files-in'

it('uses the state of a process in one file alone', () => {
  const sources = filesIn(['app', 'components', 'demo', 'domain', 'i18n', 'server'], ['.ts', '.tsx', '.mjs'])
  const users = sources.filter(({ text }) => /\bglobal(This)?\b[.[]|declare global/.test(text)).map(({ file }) => file)

  expect(users).toEqual(['server/once-in-process.ts'])
})
