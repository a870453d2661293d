import { expect, it } from 'vitest'
import { filesIn } from './files-in'

const STORES_A_LETTER = /\bmail\.(create|createMany|upsert)\b|insert into "Mail"/i

/** Import rules let only server/mail use this file, so every letter passes the budget of its reader. */
it('stores letters in one file', () => {
  const files = filesIn(['app', 'server', 'demo', 'scripts'], ['.ts', '.tsx'])

  expect(files.filter(({ text }) => STORES_A_LETTER.test(text)).map(({ file }) => file)).toEqual([
    'server/db/mail/mails.ts',
  ])
})
