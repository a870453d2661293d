import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyDatabase } from '@/tests/support/fresh-database'

const NAME = '20261128020000_find_people'
const FOLDER = 'prisma/migrations'
const sqlOf = (name: string) => readFileSync(`${FOLDER}/${name}/migration.sql`, 'utf8')

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: (await emptyDatabase()).url })
  await client.connect()
  const before = readdirSync(FOLDER).filter((name) => /^\d/.test(name) && name < NAME)
  for (const name of before.toSorted()) await client.query(sqlOf(name))
})
afterAll(() => client.end())

async function insert(table: string, row: Record<string, unknown>): Promise<string> {
  const all = { id: randomUUID(), ...row }
  const columns = Object.keys(all).map((name) => `"${name}"`)
  const places = columns.map((_, place) => `$${place + 1}`)
  await client.query(`insert into "${table}" (${columns}) values (${places})`, Object.values(all))
  return all.id
}

const person = (nameLatin: string) => {
  const about = { passwordHash: '-', nameArabic: 'ا', nameLatin, function: 'judge', institution: 'x', locale: 'ar' }
  return insert('Account', { email: `${nameLatin}@example.ma`, ...about })
}
const school = () => insert('Institution', { kind: 'school', nameArabic: 'ا', nameLatin: 'x' })
const cohort = (institutionId: string) =>
  insert('Cohort', { institutionId, name: 'A', locale: 'ar', startsOn: new Date(), endsOn: new Date() })

it('does not mark a member as listed if she gave her names herself, even if she was transferred since', async () => {
  const here = await school()
  const [first, second, elsewhere] = [await cohort(here), await cohort(here), await cohort(await school())]
  const staff = await person('staff')
  /** `by`: the person who made the first move. `who` is only a name if the person has no account. */
  const place = async (cohortId: string, who: string | { name: string; id: string }, to: string[], by: string) => {
    const { name, id } = typeof who === 'string' ? { name: who, id: null } : who
    const facts = { nameArabic: 'ا', nameLatin: name, function: 'judge', locale: 'ar', status: to.at(-1) }
    const memberId = await insert('CohortMember', { cohortId, accountId: id, email: `${name}@example.ma`, ...facts })
    for (const [n, status] of to.entries())
      await client.query('insert into "MemberMove" ("memberId", "from", "to", "byId") values ($1, $2, $3, $4)', [
        memberId,
        to[n - 1] ?? null,
        status,
        n === 0 ? by : staff,
      ])
    return memberId
  }
  const asked = { name: 'asked', id: await person('asked') }
  const sent = { name: 'sent', id: await person('sent') }
  const elsewhereToo = { name: 'both', id: await person('both') }
  const listed = [
    await place(first, 'roster', ['waiting', 'transferred'], staff),
    await place(second, 'roster', ['invited'], staff),
  ]
  const own = [await place(first, asked, ['asked', 'waiting', 'transferred'], asked.id)]
  own.push(await place(second, asked, ['waiting'], staff))
  own.push(await place(first, sent, ['waiting', 'transferred'], sent.id))
  own.push(await place(second, sent, ['invited', 'active'], staff))
  own.push(await place(elsewhere, elsewhereToo, ['asked'], elsewhereToo.id))
  // Her own request at another school does not matter here: this school has listed her.
  listed.push(await place(first, elsewhereToo, ['invited'], staff))

  await client.query(sqlOf(NAME))

  const { rows } = await client.query<{ id: string }>('select id from "CohortMember" where listed')
  expect(rows.map(({ id }) => id).toSorted()).toEqual(listed.toSorted())
  expect(own).toHaveLength(5)
})
