import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyDatabase } from '@/tests/support/fresh-database'

const NAME = '20261127100000_role_offers'
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

const rows = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows
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
const institution = (nameLatin: string, archivedAt: Date | null = null) =>
  insert('Institution', { kind: 'school', nameArabic: 'ا', nameLatin, archivedAt })
const role = (accountId: string, institutionId: string, named: string, endedAt: Date | null = null) =>
  insert('Role', { accountId, institutionId, role: named, endedAt, held: endedAt ? null : randomUUID() })

it('turns the learner roles of people who never took a place into offers, and leaves all others in force', async () => {
  const [school, closed] = [await institution('school'), await institution('closed', new Date())]
  const releaseId = await insert('Release', {
    courseId: 'course',
    number: 1,
    contentHash: 'x',
    lawDate: new Date(),
    languages: ['ar'],
    content: {},
  })
  const of = { institutionId: school, courseId: 'course', releaseId, name: 'A', locale: 'ar' }
  const cohortId = await insert('Cohort', { ...of, startsOn: new Date(), endsOn: new Date() })
  const place = async (accountId: string, email: string, moves: readonly string[]) => {
    const who = { cohortId, accountId, email, nameArabic: '', nameLatin: '', function: 'judge', locale: 'ar' }
    const memberId = await insert('CohortMember', { ...who, status: moves.at(-1) })
    for (const to of moves)
      await client.query('insert into "MemberMove" ("memberId", "to") values ($1, $2)', [memberId, to])
  }
  const [unasked, invited, taught, left, tutor, both, archived, ended] = await Promise.all(
    ['unasked', 'invited', 'taught', 'left', 'tutor', 'both', 'archived', 'ended'].map(person),
  )
  if (!unasked || !invited || !taught || !left || !tutor || !both || !archived || !ended) throw new Error('nobody')
  for (const one of [unasked, invited, taught, left, both]) await role(one, school, 'learner')
  for (const one of [tutor, both]) await role(one, school, 'tutor')
  await role(archived, closed, 'learner')
  await role(ended, school, 'learner', new Date())
  await place(invited, 'invited@example.ma', ['invited'])
  await place(taught, 'taught@example.ma', ['invited', 'active'])
  await place(left, 'left@example.ma', ['invited', 'active', 'withdrawn'])
  for (const one of [unasked, taught, both])
    await client.query('insert into "IdentityConfirmation" ("accountId", "institutionId") values ($1, $2)', [
      one,
      school,
    ])
  const certificate = async (accountId: string) =>
    insert('Certificate', {
      number: accountId,
      accountId,
      releaseId,
      courseId: 'course',
      initials: 'x',
      shareToken: accountId,
    })
  for (const one of [unasked, taught])
    await insert('CertificateProposal', {
      certificateId: await certificate(one),
      institutionId: school,
      act: 'revoke',
      reason: 'x',
    })

  await client.query(sqlOf(NAME))

  const offered = await rows(
    'select email, role, outcome, "toldAt", open is not null as open, "expiresAt" > now() as lasts from "RoleOffer" order by email',
  )
  const waiting = { role: 'learner', outcome: null, toldAt: null, open: true, lasts: true }
  expect(offered).toEqual(['both', 'invited', 'unasked'].map((name) => ({ email: `${name}@example.ma`, ...waiting })))
  const held = await rows(`select a."nameLatin" as name, r.role from "Role" r join "Account" a on a.id = r."accountId"
    where r."endedAt" is null order by a."nameLatin"`)
  expect(held.map(({ name, role: is }) => `${name} ${is}`)).toEqual([
    'archived learner',
    'both tutor',
    'left learner',
    'taught learner',
    'tutor tutor',
  ])
  expect(await rows('select held from "Role" where "endedAt" is not null and held is not null')).toEqual([])
  // The confirmation of a learner who is also a tutor stays, since she belongs to the institution in another way.
  const confirmed = await rows(`select a."nameLatin" as name from "IdentityConfirmation" c
    join "Account" a on a.id = c."accountId" order by 1`)
  expect(confirmed).toEqual([{ name: 'both' }, { name: 'taught' }])
  const proposals = await rows(`select a."nameLatin" as name, p.decision from "CertificateProposal" p
    join "Certificate" c on c.id = p."certificateId" join "Account" a on a.id = c."accountId" order by 1`)
  expect(proposals).toEqual([
    { name: 'taught', decision: null },
    { name: 'unasked', decision: 'taken-back' },
  ])
  const audit = await rows(
    'select act, count(*)::int as times, count("subjectId")::int as named from "AuditEntry" group by act order by act',
  )
  expect(audit).toEqual([
    { act: 'certificate-proposal-taken-back', times: 1, named: 1 },
    { act: 'identity-withdrawn', times: 1, named: 1 },
    { act: 'role-ended', times: 3, named: 3 },
    { act: 'role-offered', times: 3, named: 0 },
  ])
})
