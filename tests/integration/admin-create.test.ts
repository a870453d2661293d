import { expect, it } from 'vitest'
import { main as create } from '@/scripts/admin-create'
import { db } from '@/server/db/client'
import { callOnDatabase } from '@/tests/support/call-on-database'
import { insertPerson } from '@/tests/support/people'
import { runCommand } from '@/tests/support/run-command'

it('makes a confirmed account the platform’s administrator, once, from the command line alone', async () => {
  const { accountId, email } = await insertPerson()

  const first = runCommand('admin-create', email.toUpperCase())
  expect(first).toMatchObject({ code: 0, out: expect.stringContaining('now administers the platform') })
  expect((await callOnDatabase(create, email)).out).toContain('already administers the platform')

  const held = await db().role.findMany({ where: { accountId }, omit: { id: true } })
  expect(held).toMatchObject([
    { role: 'platform-administrator', institutionId: null, grantedById: null, endedAt: null },
  ])
  expect(await db().auditEntry.count({ where: { act: 'platform-founded', subjectId: accountId } })).toBe(1)
})

it.each([
  ['nobody’s address', async () => 'nobody@example.ma'],
  ['an unconfirmed account', async () => (await insertPerson({ confirmed: false })).email],
  ['a disabled account', async () => (await insertPerson({ disabled: true })).email],
])('refuses %s and says what to do first', async (_, email) => {
  expect(await callOnDatabase(create, await email())).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('she must sign up and confirm first'),
  })
})
