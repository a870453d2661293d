import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { db } from '@/server/db/client'
import { insertPerson } from '@/tests/support/people'

/** `npm run admin:create -- EMAIL`, as its script runs. */
function adminCreate(...args: string[]) {
  const program = ['node_modules/tsx/dist/cli.mjs', 'scripts/admin-create.ts', ...args]
  const env = { ...process.env, NODE_OPTIONS: '--conditions=react-server' }
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { env, encoding: 'utf8' })
  return { status, said: `${stdout}${stderr}` }
}

it('makes a confirmed account the platform’s administrator, from the command line alone', async () => {
  const { accountId, email } = await insertPerson()

  expect(adminCreate(email)).toMatchObject({ status: 0, said: expect.stringContaining('now administers the platform') })

  const held = await db().role.findMany({ where: { accountId }, omit: { id: true } })
  expect(held).toMatchObject([
    { role: 'platform-administrator', institutionId: null, grantedById: null, endedAt: null },
  ])
  expect(await db().auditEntry.count({ where: { act: 'platform-founded', subjectId: accountId } })).toBe(1)
})

it.each([
  ['nobody’s address', async () => 'nobody@example.ma'],
  ['an unconfirmed account', async () => (await insertPerson({ confirmed: false })).email],
  ['no address', async () => ''],
])('refuses %s and says what to do first', async (_, email) => {
  expect(adminCreate(await email())).toMatchObject({ status: 1, said: expect.stringContaining('sign up and confirm') })
})
