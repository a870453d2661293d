import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { TERM_KINDS } from '@/domain/account/terms'
import { Prisma } from '@/generated/prisma/client'
import { changeNames, changeProfile } from '@/server/account/change-profile'
import { exportMyData } from '@/server/account/my-data'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { viewsOfMyRecord } from '@/server/audit/read-audit'
import { permitFor } from '@/server/auth/permit'
import { recordAct } from '@/server/db/audit/audit'
import { findSession } from '@/server/db/auth/sessions'
import { db, sql } from '@/server/db/client'
import { PERSONAL_DATA } from '@/server/db/retention/personal-data'
import { makeSeminarDay } from '@/tests/support/attendance'
import { insertLearningRecord } from '@/tests/support/learning-record'
import { insertPerson, mayChange, mayRead, PASSWORD, signUpOf } from '@/tests/support/people'
import { makeInstitution } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

const ZAINAB = { nameArabic: 'زينب بناني', nameLatin: 'Zainab Bennani' }

it('corrects names until a certificate carries them', async () => {
  const person = await insertPerson()
  const where = { id: person.accountId }
  expect(await changeNames(mayChange(person), ZAINAB)).toBe('changed')
  expect(await db().account.findUniqueOrThrow({ where })).toMatchObject(ZAINAB)

  const certificate = await insertLearningRecord(person.accountId, 'FROZENNAMES22')
  expect(await changeNames(mayChange(person), { nameArabic: 'اسم آخر', nameLatin: 'Another Name' })).toBe('frozen')

  expect(await db().account.findUniqueOrThrow({ where })).toMatchObject(ZAINAB)
  expect(await db().certificate.findUniqueOrThrow({ where: { id: certificate.id } })).toMatchObject({
    nameLatin: 'Fatima Alaoui',
  })
})

it('changes function, institution and language at any time', async () => {
  const person = await insertPerson()
  const profile = { function: 'clerk', institution: 'Cour d’appel de Fès', locale: 'fr' } as const

  await changeProfile(mayChange(person), profile)

  expect(await db().account.findUniqueOrThrow({ where: { id: person.accountId } })).toMatchObject(profile)
})

it('gives nobody a permit for the account of another', async () => {
  const person = await insertPerson()
  const other = await insertPerson()
  const actor = { kind: 'person', confirmed: true, locale: 'ar', ...person } as const

  for (const permission of ['account:read', 'account:change'] as const) {
    expect(() => permitFor(actor, permission, { accountId: other.accountId })).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  }
})

it('has a rule and a term for every table of the schema', () => {
  expect(Object.keys(PERSONAL_DATA).toSorted()).toEqual(Object.keys(Prisma.ModelName).toSorted())
  for (const { term } of Object.values(PERSONAL_DATA)) expect(TERM_KINDS).toContain(term)
})

it('exports every column of every row about her, except hashes of secrets', async () => {
  const person = await insertPerson()
  await insertLearningRecord(person.accountId, 'EXPORTMYDATA2')
  await db().emailToken.create({
    data: { accountId: person.accountId, hash: 'secret-hash', expiresAt: new Date() },
  })
  await db().signUp.create({
    data: { ...signUpOf({ email: person.email }), hash: 'secret-hash too', expiresAt: new Date() },
  })

  const data = JSON.parse(JSON.stringify(await exportMyData(mayRead(person))))

  for (const [table, rule] of Object.entries(PERSONAL_DATA)) {
    if ('nothing' in rule) continue
    const withheld: readonly string[] = rule.withheld
    expect(data[table], table).toHaveLength(1)
    expect(Object.keys(data[table][0]).toSorted(), table).toEqual(
      (await columnsOf(table)).filter((column) => !withheld.includes(column)),
    )
  }
  expect(JSON.stringify(data)).not.toMatch(/argon2|secret-hash/)
})

it('exports nothing about anyone else', async () => {
  const person = await insertPerson()
  const other = await insertPerson()
  await insertLearningRecord(other.accountId, 'SOMEONEELSES2')

  const data = await exportMyData(mayRead(person))

  const rows = Object.entries(data).map(([table, rows]) => [table, rows.length])
  expect(rows.filter(([, count]) => count !== 0)).toEqual([
    ['Account', 1],
    ['Session', 1],
  ])
})

it('keeps what a reviewer signed, remarked and proposed, with her function and body but not her identity', async () => {
  const person = await insertPerson()
  await insertLearningRecord(person.accountId, 'REVIEWEDTEXT2')
  const text = { textId: 'course-REVIEWEDTEXT2/offence' }

  await deleteAccount(mayChange(person), PASSWORD, visitOf())

  const shown = { signer: 'R-7K3F', function: 'Conseillère', body: 'Cour d’appel' }
  expect(await db().editorialSignature.findMany({ where: text })).toMatchObject([{ ...shown, accountId: null }])
  expect(await db().editorialComment.findMany({ where: { thread: text } })).toMatchObject([
    { ...shown, text: 'A remark', accountId: null },
  ])
  expect(await db().editorialProposal.findMany({ where: text })).toMatchObject([{ ...shown, proposedById: null }])
  expect(await db().editorialAssignment.count({ where: text })).toBe(0)
  expect(await db().editorialReading.count({ where: text })).toBe(0)
  expect(await db().bankOpening.count({ where: { accountId: person.accountId } })).toBe(0)
})

it('deletes everything but the bare facts of certificates', async () => {
  const person = await insertPerson()
  const certificate = await insertLearningRecord(person.accountId, 'DELETEDFACTS2')
  const revoked = { revokedAt: new Date(), revokedReason: 'Issued to Fatima Alaoui by mistake' }
  await db().certificate.update({ where: { id: certificate.id }, data: revoked })

  expect(await deleteAccount(mayChange(person), PASSWORD, visitOf())).toEqual({ status: 'deleted' })

  const { number, courseId, releaseId, issuedAt, id } = certificate
  expect(await db().certificate.findUniqueOrThrow({ where: { id } })).toMatchObject({
    ...{ number, courseId, releaseId, issuedAt },
    ...{ accountId: null, attemptId: null, nameArabic: null, nameLatin: null, initials: '' },
    ...{ revokedAt: revoked.revokedAt, revokedReason: null },
  })
  const left = await exportMyData(mayRead(person))
  expect(Object.values(left).flat()).toEqual([])
  expect(await db().attemptQuestion.count({ where: { attemptId: certificate.attemptId ?? '' } })).toBe(0)
  expect(await findSession(sql(), person.sessionId, new Date())).toBeNull()
})

describe('rows that hold only her address', () => {
  /** A mail, an import row and an unanswered invitation for this address, none of which refers to an account. */
  async function writeTo(email: string) {
    const other = await insertPerson()
    await insertLearningRecord(other.accountId, randomUUID().slice(0, 13))
    const { cohortId } = await db().cohortMember.findFirstOrThrow({ where: { accountId: other.accountId } })
    const names = { nameArabic: '', nameLatin: 'Fatima Alaoui' }
    await db().mail.create({ data: { kind: 'reset', to: email } })
    await db().importRun.create({
      data: { cohortId, fileName: 'list.csv', rows: { create: { ...names, line: 1, email, verdict: 'new' } } },
    })
    await db().cohortMember.create({
      data: { ...names, cohortId, email, status: 'invited', function: 'judge', locale: 'fr' },
    })
  }
  const rowsWith = async (email: string) => [
    await db().mail.count({ where: { to: email } }),
    await db().importRow.count({ where: { email } }),
    await db().cohortMember.count({ where: { email } }),
  ]

  it('are in the copy of her data, and are deleted with her account', async () => {
    const person = await insertPerson()
    const { email } = await db().account.findUniqueOrThrow({ where: { id: person.accountId } })
    await writeTo(email)

    const { Mail, ImportRow, CohortMember } = await exportMyData(mayRead(person))
    expect([Mail, ImportRow, CohortMember].map((rows) => rows.length)).toEqual([1, 1, 1])

    await deleteAccount(mayChange(person), PASSWORD, visitOf())
    expect(await rowsWith(email)).toEqual([0, 0, 0])
  })

  it('include what she did as a guest of a seminar', async () => {
    const person = await insertPerson()
    const { email } = await db().account.findUniqueOrThrow({ where: { id: person.accountId } })
    const other = await insertPerson()
    const days = await Promise.all([makeSeminarDay(), makeSeminarDay()])
    const now = new Date()
    for (const guestEmail of [email, other.email]) {
      const [first, second] = days
      const place = { seminarId: first.id, guestEmail, status: 'registered', statusSince: now, source: 'open' }
      const need = { create: { access: true, interpretation: false, hearing: false, consentAt: now } }
      const { id: registrationId } = await db().seminarRegistration.create({ data: { ...place, need } })
      const present = { registrationId, at: now, way: 'code', state: 'present', changedAt: now }
      await db().seminarCheckIn.create({ data: { ...present, halfDayId: first.morning } })
      await db().unlistedCheckIn.create({ data: { halfDayId: second.morning, guestEmail, guestName: 'X', at: now } })
    }
    const kept = async () => {
      const { SeminarRegistration, SeminarNeed, SeminarCheckIn, UnlistedCheckIn } = await exportMyData(mayRead(person))
      return [SeminarRegistration, SeminarNeed, SeminarCheckIn, UnlistedCheckIn].map((rows) => rows.length)
    }
    expect(await kept()).toEqual([1, 1, 1, 1])

    await deleteAccount(mayChange(person), PASSWORD, visitOf())

    const ids = days.map(({ id }) => id)
    const places = await db().seminarRegistration.findMany({ where: { seminarId: { in: ids } } })
    expect(places.map(({ guestEmail }) => guestEmail)).toEqual([other.email])
    const ofThese = { halfDay: { seminarId: { in: ids } } }
    expect(await db().seminarCheckIn.count({ where: ofThese })).toBe(1)
    expect(await db().unlistedCheckIn.findMany({ where: ofThese })).toMatchObject([{ guestEmail: other.email }])
    expect(await db().seminarNeed.count({ where: { registration: { seminarId: { in: ids } } } })).toBe(1)
  })

  it('are neither exported nor deleted for an account whose address was never confirmed', async () => {
    const person = await insertPerson()
    const { email } = await db().account.update({
      where: { id: person.accountId },
      data: { emailConfirmedAt: null },
    })
    await writeTo(email)

    const { Mail, ImportRow, CohortMember } = await exportMyData(mayRead(person))
    expect([Mail, ImportRow, CohortMember].map((rows) => rows.length)).toEqual([0, 0, 0])

    await deleteAccount(mayChange(person), PASSWORD, visitOf())
    expect(await rowsWith(email)).toEqual([1, 1, 1])
  })
})

it('deletes nothing without the password', async () => {
  const person = await insertPerson()

  expect(await deleteAccount(mayChange(person), 'not the right one', visitOf())).toEqual({ status: 'wrong' })
  expect(await db().account.count({ where: { id: person.accountId } })).toBe(1)
})

it('removes a deleted person from the audit log, with the reasons written about her', async () => {
  const [person, staff] = [await insertPerson(), await insertPerson()]
  const about = (actorId: string, subjectId: string, reason: string) =>
    recordAct(db(), { act: 'record-viewed', actorId, subjectId, reason }, new Date())
  await about(staff.accountId, person.accountId, 'of her')
  await about(person.accountId, staff.accountId, 'of another')
  const ids = await entriesOf([person.accountId, staff.accountId])

  await deleteAccount(mayChange(person), PASSWORD, visitOf())

  expect(await db().auditEntry.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })).toMatchObject([
    { actorId: staff.accountId, subjectId: null, reason: null, act: 'record-viewed' },
    { actorId: null, subjectId: staff.accountId, reason: 'of another' },
  ])
})

it('lets nobody change or delete an entry of the audit log', async () => {
  const [person, other] = [await insertPerson(), await insertPerson()]
  const { accountId: subjectId } = person
  await recordAct(db(), { act: 'record-viewed', actorId: other.accountId, subjectId, reason: 'why' }, new Date())
  const [id = 0n] = await entriesOf([subjectId])

  for (const data of [
    { act: 'role-granted' },
    { at: new Date(0) },
    { reason: 'another' },
    { subjectId: other.accountId },
    { actorId: subjectId },
    { details: { role: 'tutor' } },
    { act: 'role-granted', reason: null },
  ]) {
    await expect(db().auditEntry.update({ where: { id }, data })).rejects.toThrow('the audit is only added to')
  }
  await expect(db().auditEntry.delete({ where: { id } })).rejects.toThrow('the audit is only added to')
  expect(await db().auditEntry.findUniqueOrThrow({ where: { id } })).toMatchObject({
    act: 'record-viewed',
    reason: 'why',
  })
})

it('shows her what others did about her and saw of her, page by page, and not what she did herself', async () => {
  const [person, staff] = [await insertPerson(), await insertPerson({ nameLatin: 'Karim Tazi' })]
  const { accountId: subjectId } = person
  const institutionId = await makeInstitution()
  const record = (actorId: string | null, reason: string) =>
    recordAct(db(), { act: 'record-viewed', actorId, subjectId, institutionId, reason }, new Date())
  await record(subjectId, 'my own')
  await record(null, 'from the server')
  for (let time = 1; time <= 50; time++) await record(staff.accountId, `look ${time}`)

  const first = await viewsOfMyRecord(mayRead(person), null)
  const second = await viewsOfMyRecord(mayRead(person), first.older)

  expect(first.entries[0]).toMatchObject({
    act: 'record-viewed',
    reason: 'look 50',
    actor: { nameLatin: 'Karim Tazi' },
    institution: { nameLatin: 'École de magistrature' },
  })
  expect(second.entries.map(({ reason }) => reason)).toEqual(['from the server'])
  expect(second.older).toBeNull()
  expect((await viewsOfMyRecord(mayRead(staff), null)).entries).toEqual([])
})

async function entriesOf(subjects: string[]): Promise<bigint[]> {
  const where = { subjectId: { in: subjects } }
  return (await db().auditEntry.findMany({ where, orderBy: { id: 'asc' } })).map(({ id }) => id)
}

async function columnsOf(table: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ column_name: string }[]>`
    select column_name from information_schema.columns where table_schema = 'public' and table_name = ${table}`
  return rows.map((row) => row.column_name).toSorted()
}
