import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Client } from 'pg'
import { expect, it } from 'vitest'
import { emptyDatabase } from '@/tests/support/fresh-database'

const FOLDER = 'prisma/migrations'
const OURS = '20261127103000_sign_ups'
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

async function migrate(client: Client, names: readonly string[]) {
  for (const name of names) await client.query(readFileSync(`${FOLDER}/${name}/migration.sql`, 'utf8'))
}

it('keeps pending confirmation links, and no link that would confirm names unseen', async () => {
  const { url, remove } = await emptyDatabase()
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const all = readdirSync(FOLDER)
      .filter((name) => /^\d/.test(name))
      .sort()
    await migrate(client, all.slice(0, all.indexOf(OURS)))
    const account = async (email: string, confirmed: boolean) => {
      const id = randomUUID()
      await client.query(
        `insert into "Account" (id, email, "passwordHash", "nameArabic", "nameLatin", "function", institution, locale, "emailConfirmedAt")
         values ($1, $2, 'x', 'فاطمة', 'Fatima', 'judge', 'Fès', 'fr', $3)`,
        [id, email, confirmed ? new Date() : null],
      )
      return id
    }
    const [waiting, known] = [await account('waiting@example.ma', false), await account('known@example.ma', true)]
    for (const [accountId, purpose] of [
      [waiting, 'confirm'],
      [waiting, 'reset'],
      [known, 'reset'],
    ] as const) {
      await client.query(
        `insert into "EmailToken" (id, "accountId", purpose, hash, "expiresAt") values ($1, $2, $3, $4, now() + interval '1 day')`,
        [randomUUID(), accountId, purpose, hashOf(`${accountId} ${purpose}`)],
      )
    }

    await migrate(client, [OURS])

    const signUps = await client.query('select email, hash, "nameLatin", "usedAt" from "SignUp"')
    const [email, hash] = ['waiting@example.ma', hashOf(`${waiting} confirm`)]
    expect(signUps.rows).toEqual([{ email, hash, nameLatin: 'Fatima', usedAt: null }])
    expect((await client.query('select hash from "EmailToken"')).rows).toEqual([{ hash: hashOf(`${known} reset`) }])
  } finally {
    await client.end()
    await remove()
  }
})
