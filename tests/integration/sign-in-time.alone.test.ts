import { hash, verify } from '@node-rs/argon2'
import { beforeEach, expect, it, vi } from 'vitest'
import { signIn } from '@/server/account/sign-in'
import { insertPerson, PASSWORD } from '@/tests/support/people'
import { visitOf } from '@/tests/support/visit'

vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>()
  return { ...argon2, hash: vi.fn(argon2.hash), verify: vi.fn(argon2.verify) }
})

const costOf = (stored: unknown) => String(stored).match(/^\$argon2id\$v=\d+\$([^$]+)/)?.[1]

beforeEach(async () => {
  // The placeholder for a missing hash is computed once in the life of the server.
  await signIn({ email: 'first@example.ma', password: 'any' }, visitOf())
})

it.each([
  ['an unknown e-mail', async () => ({ email: 'nobody@example.ma', password: PASSWORD })],
  ['a disabled account', async () => ({ email: (await insertPerson({ disabled: true })).email, password: PASSWORD })],
  ['a wrong password', async () => ({ email: (await insertPerson()).email, password: 'not the right one' })],
])('does the work of one password for %s', async (_, make) => {
  const given = await make()
  vi.mocked(hash).mockClear()
  vi.mocked(verify).mockClear()

  expect(await signIn(given, visitOf())).toEqual({ status: 'wrong' })

  expect(vi.mocked(verify).mock.calls.map(([stored]) => costOf(stored))).toEqual(['m=19456,t=2,p=1'])
  expect(hash).not.toHaveBeenCalled()
})
