import { describe, expect, it } from 'vitest'
import type { Outcome } from '@/domain/cohort/import/outcome'
import { canTransition, type MemberStatus } from '@/domain/cohort/membership'
import { runImports, startImport } from '@/server/cohort/import/run-import'
import { validateImport } from '@/server/cohort/import/validate-import'
import { inviteAgain } from '@/server/cohort/people/invite-person'
import { db, sql } from '@/server/db/client'
import { findRows } from '@/server/db/cohort/import-runs'
import { insertPlace, makeCohort, makeSchool, mayEnrol, type School } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'

type Cohort = Awaited<ReturnType<typeof makeCohort>>
const HER = 'her@example.ma'
const FULL = 1

/** Checks a list for a cohort. @returns a function that imports it. */
async function checked(school: School, cohort: Cohort, list: string) {
  const file = { name: 'liste.csv', bytes: new TextEncoder().encode(list) }
  const answer = await validateImport(await mayEnrol(school, cohort), file, NOW)
  if (answer.status !== 'checked') throw new Error(answer.status)
  return async () => {
    await startImport(await mayEnrol(school, cohort), answer.runId, NOW)
    await runImports(() => NOW)
    return findRows(sql(), answer.runId, { verdict: null, skip: 0, limit: 10 })
  }
}

/** Imports a list that names her. It was checked before she got the given status. */
async function takenIn(status: MemberStatus | null, { full }: { full: boolean }) {
  const school = await makeSchool()
  const cohort = await makeCohort(school, { fields: { seats: FULL + 1 } })
  await insertPlace(cohort, { status: 'invited' })
  if (full) await insertPlace(cohort, { status: 'active' })
  const takeIn = await checked(school, cohort, `email\n${HER}\n`)
  const before = status && (await insertPlace(cohort, { status, email: HER }))
  const [row] = await takeIn()
  const member = await db().cohortMember.findFirst({
    where: { cohortId: cohort.id, email: HER },
    include: { moves: { orderBy: { id: 'asc' } }, mails: true },
  })
  const acts = await db().auditEntry.findMany({ where: { institutionId: school.institutionId, act: 'member-moved' } })
  return { school, cohort, before, outcome: row?.outcome, member, acts }
}

describe('a person whom a roster names', () => {
  it.each<[MemberStatus | null, boolean, Outcome]>([
    [null, false, 'invited'],
    [null, true, 'waiting'],
    ['invited', false, 'in-already'],
    ['invited', true, 'in-already'],
    ['asked', false, 'asked-already'],
    ['asked', true, 'asked-already'],
    ['waiting', false, 'in-already'],
    ['waiting', true, 'in-already'],
    ['active', false, 'in-already'],
    ['active', true, 'in-already'],
    ['refused', false, 'invited'],
    ['refused', true, 'refused-before'],
    ['withdrawn', false, 'invited'],
    ['withdrawn', true, 'waiting'],
    ['transferred', false, 'invited'],
    ['transferred', true, 'waiting'],
  ])('whose status is %s (cohort full: %s) gets the outcome %s', async (status, full, expected) => {
    // If she is invited or active, her own place takes the last seat.
    const taken = await takenIn(status, { full: full && status !== 'invited' && status !== 'active' })
    const { school, cohort, before, outcome, member, acts } = taken

    expect(outcome).toBe(expected)
    const moved = expected === 'invited' || expected === 'waiting'
    expect(member?.status).toBe(moved ? expected : status)
    expect(member?.mails).toHaveLength(expected === 'invited' ? 1 : 0)
    expect(member?.moves.at(-1)).toMatchObject({ to: moved ? expected : status })
    expect(acts).toHaveLength(moved ? 1 : 0)
    if (!moved) return expect(member?.statusSince).toEqual(before?.statusSince)
    if (status) expect(canTransition(status, expected)).toBe(true)
    expect(acts[0]).toMatchObject({
      actorId: school.administrator.accountId,
      subjectId: null,
      details: { cohortId: cohort.id, memberId: member?.id, from: status, to: expected },
    })
  })

  it('is not invited if she is the administrator who imports it', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const { accountId } = school.administrator
    const { id } = await insertPlace(cohort, { status: 'withdrawn', email: HER, accountId })

    const [row] = await (await checked(school, cohort, `email\n${HER}\n`))()

    expect(row?.outcome).toBe('own-place')
    expect(await db().cohortMember.findUnique({ where: { id } })).toMatchObject({ status: 'withdrawn' })
  })

  it('is not invited if the address is that of the administrator who imports it', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const { email } = await db().account.findUniqueOrThrow({ where: { id: school.administrator.accountId } })

    const rows = await (await checked(school, cohort, `email\n${HER}\n${email}\n`))()

    expect(rows.map(({ outcome }) => outcome).toSorted()).toEqual(['invited', 'own-place'])
    expect(await db().cohortMember.count({ where: { cohortId: cohort.id, email } })).toBe(0)
  })

  it('gets the names and the function of the list that brings her back', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const left = await insertPlace(cohort, { status: 'withdrawn', email: HER })
    const list = `email;prénom;nom;fonction;juridiction\n${HER};Zineb;Alaoui;Experte;Cour d’appel\n`

    await (await checked(school, cohort, list))()

    expect(await db().cohortMember.findUnique({ where: { id: left.id } })).toMatchObject({
      status: 'invited',
      nameLatin: 'Zineb Alaoui',
      nameArabic: left.nameArabic,
      function: 'Experte',
      institution: 'Cour d’appel',
    })
  })
})

describe('the invitation of a person whom a list brings back', () => {
  const invitedBy = async (cells: string) => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { locale: 'ar' } })
    const left = await insertPlace(cohort, { status: 'withdrawn', email: HER })
    await (await checked(school, cohort, `email;langue\n${HER};${cells}\n`))()
    await inviteAgain(await mayEnrol(school, cohort), left.id, NOW)
    const mails = await db().mail.findMany({ where: { memberId: left.id } })
    return mails.map(({ letter }) => letter)
  }

  it.each([
    ['', 'fr'],
    ['anglais', 'en'],
  ])('is in one language each time it is sent (list: “%s”)', async (cells, locale) => {
    expect(await invitedBy(cells)).toMatchObject([{ locale }, { locale }])
  })
})

describe('the data of a roster', () => {
  it.each([
    ['Nom;Prénom', 'Ouhssaine;Amina', { nameLatin: 'Amina Ouhssaine' }],
    ['Prénom;Nom', 'Amina;El Idrissi', { nameLatin: 'Amina El Idrissi' }],
    ['الاسم العائلي;الاسم الشخصي', 'العلوي;فاطمة', { nameArabic: 'فاطمة العلوي' }],
    ['النسب;الاسم', 'العلوي;فاطمة', { nameArabic: 'فاطمة العلوي' }],
    ['Nom et prénom;الاسم الكامل', 'Amina Tazi;أمينة التازي', { nameLatin: 'Amina Tazi', nameArabic: 'أمينة التازي' }],
    [
      'Fonction;Tribunal',
      'Conseillère;Cour d’appel de Fès',
      { function: 'appeal-judge', institution: 'Cour d’appel de Fès' },
    ],
    ['الصفة;المحكمة', 'نائب وكيل الملك;ابتدائية فاس', { function: 'prosecutor', institution: 'ابتدائية فاس' }],
    ['Fonction;CIN', 'Chargée d’études;AB1', { function: 'Chargée d’études' }],
    ['CIN;N°', 'AB1;1', { nameLatin: '', nameArabic: '', function: '', institution: '' }],
  ])('are read from their columns (%s: %s)', async (headers, cells, expected) => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const list = `Liste des magistrats, 2026\n\n;;\nE-mail;${headers}\n${HER};${cells}\n`

    const rows = await (await checked(school, cohort, list))()

    expect(rows).toMatchObject([{ line: 5, verdict: 'new', outcome: 'invited' }])
    expect(await db().cohortMember.findFirst({ where: { cohortId: cohort.id } })).toMatchObject(expected)
  })

  it('are reported for each column, understood or not', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)

    await checked(school, cohort, `N°;Nom;Prénom;Courriel\n1;Tazi;Amina;${HER}\n`)

    expect(await db().importRun.findFirst({ where: { cohortId: cohort.id } })).toMatchObject({
      columns: [
        { written: 'N°', column: null },
        { written: 'Nom', column: 'familyLatin' },
        { written: 'Prénom', column: 'givenLatin' },
        { written: 'Courriel', column: 'email' },
      ],
    })
  })
})
