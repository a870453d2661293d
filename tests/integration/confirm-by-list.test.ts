import { existsSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import {
  GET as getPage,
  POST as postPage,
} from '@/app/[locale]/(teach)/institutions/[institution]/people/by-list/route'
import { GET as getPeople } from '@/app/[locale]/(teach)/institutions/[institution]/people/route'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { db, sql } from '@/server/db/client'
import { insertMember } from '@/server/db/cohort/cohort-members'
import { countAsListed, insertConfirmation } from '@/server/db/institution/confirmations'
import { desk } from '@/server/desk/open-desk'
import { listedPeople } from '@/server/institution/confirm-by-list'
import { makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { actorNow, giveRole, insertStaff } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const ORIGIN = 'http://localhost:3000'
const fr = translator('fr')
const OWN = { nameArabic: 'أمينة التازي', nameLatin: 'Amina Tazi' }
type Who = { accountId: string; sessionId: string }
const at = (institution: string) => ({ params: Promise.resolve({ locale: 'fr', institution }) })

async function schoolWithCohort() {
  const school = await makeSchool()
  return { ...school, cohort: await makeCohort(school) }
}
type Place = Awaited<ReturnType<typeof schoolWithCohort>>

/** A learner of the school. `own`: the names of her account; `written`: those that the list, or she herself, gave. */
async function learner(
  { institutionId, cohort }: Place,
  { own = OWN, written = OWN, listed = true }: { own?: typeof OWN; written?: typeof OWN; listed?: boolean } = {},
) {
  const her = await insertPerson(own)
  await giveRole(her.accountId, 'learner', institutionId)
  const facts = { ...written, email: her.email, function: '', locale: 'fr', listed, status: 'active' as const }
  await insertMember(db(), { ...facts, accountId: her.accountId, cohortId: cohort.id }, null, new Date())
  return her
}

async function see(who: Who, institution: string, query = '') {
  await callAs(who.sessionId)
  const response = await getPage(
    new Request(`${ORIGIN}/fr/institutions/${institution}/people/by-list${query}`),
    at(institution),
  )
  return { status: response.status, html: await response.text() }
}
async function press(who: Who, institution: string, chosen: readonly string[]) {
  await callAs(who.sessionId)
  const headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }
  const body = new URLSearchParams(chosen.map((id) => ['who', id]))
  const path = `${ORIGIN}/fr/institutions/${institution}/people/by-list`
  const response = await postPage(new Request(path, { method: 'POST', headers, body }), at(institution))
  return { status: response.status, location: response.headers.get('location') ?? '' }
}
async function deskOf(who: Who) {
  const { week } = await desk(permitFor(await actorNow(who), 'desk:read', {}), new Date())
  return week.filter(({ kind }) => kind === 'identities')
}
const actsAbout = async (subjectId: string) =>
  (await db().auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' } }))
    .map(({ act }) => act)
    .filter((act) => act.startsWith('identity'))

it('confirms together those whose two names equal the list, and says so in the log', async () => {
  const school = await schoolWithCohort()
  const equal = await learner(school)
  const spelt = await learner(school, { written: { nameArabic: 'امينة التازي', nameLatin: 'AMINA TAZI' } })
  const unlike = await learner(school, { written: { ...OWN, nameLatin: 'Amina Fassi' } })
  const herself = await learner(school, { listed: false })

  // If the list has an initial for a name, or a second list names her otherwise, she must be confirmed one by one.
  await learner(school, { written: { ...OWN, nameArabic: 'أ. التازي' } })
  const twice = await learner(school)
  const other = { ...OWN, nameLatin: 'Amina Tazy', email: 'twice@example.ma', function: '', locale: 'fr', listed: true }
  const second = await makeCohort(school)
  await insertMember(
    db(),
    { ...other, status: 'active', accountId: twice.accountId, cohortId: second.id },
    null,
    new Date(),
  )
  // The work page leads there, with the number of people whom one press confirms.
  const line = { kind: 'identities', count: 2, path: `/institutions/${school.institutionId}/people/by-list` }
  expect(await deskOf(school.administrator)).toMatchObject([line])
  const tutor = await insertStaff('tutor', school.institutionId)
  expect(await deskOf(tutor)).toEqual([])
  expect(await deskOf((await makeSchool()).administrator)).toEqual([])

  await callAs(school.administrator.sessionId)
  const people = await getPeople(
    new Request(`${ORIGIN}/fr/institutions/${school.institutionId}/people`),
    at(school.institutionId),
  )
  expect(await people.text()).toContain(fr('people.byList.link', { count: 2 }))
  const { html } = await see(school.administrator, school.institutionId)
  expect(html).toContain(fr('people.byList.button'))
  expect(html).toContain(fr('people.byList.unlike', { count: 3 }))
  expect(html).toContain('Amina Fassi')
  const all = [equal, spelt, unlike, herself].map(({ accountId }) => accountId)

  const { status, location } = await press(school.administrator, school.institutionId, all)

  expect(status).toBe(303)
  expect(new URL(location, ORIGIN).searchParams.get('confirmed')).toBe('2')
  for (const { accountId } of [equal, spelt]) expect(await actsAbout(accountId)).toEqual(['identity-confirmed-by-list'])
  for (const { accountId } of [unlike, herself]) expect(await actsAbout(accountId)).toEqual([])
  expect(await db().identityConfirmation.count({ where: { institutionId: school.institutionId } })).toBe(2)
})

it('leaves out who is not ticked, and lists her again', async () => {
  const school = await schoolWithCohort()
  const [taken, left] = [await learner(school), await learner(school)]
  const { html } = await see(school.administrator, school.institutionId)
  for (const { accountId } of [taken, left]) {
    expect(html).toMatch(new RegExp(`<input type="checkbox"[^>]*name="who"[^>]*value="${accountId}"`))
  }
  expect(html.match(/name="who"[^>]*checked=""|checked=""[^>]*name="who"/g)).toHaveLength(2)

  await press(school.administrator, school.institutionId, [taken.accountId])

  expect(await actsAbout(taken.accountId)).toEqual(['identity-confirmed-by-list'])
  expect(await actsAbout(left.accountId)).toEqual([])
  expect((await see(school.administrator, school.institutionId)).html).toContain(left.accountId)
})

it('confirms nobody twice if two colleagues press at once, and names a person whose names have changed', async () => {
  const school = await schoolWithCohort()
  const [first, second] = [await learner(school), await learner(school)]
  const colleague = await insertStaff('administrator', school.institutionId)
  const ids = [first.accountId, second.accountId]
  await db().account.update({ where: { id: second.accountId }, data: { nameLatin: 'Sara Alami' } })

  const both = await Promise.all([
    press(school.administrator, school.institutionId, ids),
    press(colleague, school.institutionId, ids),
  ])

  expect(await actsAbout(first.accountId)).toEqual(['identity-confirmed-by-list'])
  expect(await actsAbout(second.accountId)).toEqual([])
  const counts = both.map(({ location }) => new URL(location, ORIGIN).searchParams.get('confirmed')).toSorted()
  expect(counts).toEqual(['0', '1'])
  const query = new URL(both[0]?.location ?? '', ORIGIN).search
  expect((await see(school.administrator, school.institutionId, query)).html).toContain('Sara Alami')
})

it('is for the school’s administrators, about its own people, and never about themselves', async () => {
  const [school, other] = [await schoolWithCohort(), await schoolWithCohort()]
  const theirs = await learner(other)
  const tutor = await insertStaff('tutor', school.institutionId)
  const platform = await insertStaff('platform-administrator', null)
  const own = { own: OWN, written: OWN }
  const facts = { ...own.written, function: '', locale: 'fr', listed: true, status: 'active' as const }
  const { accountId, email } = school.administrator
  await db().account.update({ where: { id: accountId }, data: OWN })
  await insertMember(db(), { ...facts, email, accountId, cohortId: school.cohort.id }, null, new Date())

  for (const who of [tutor, platform, other.administrator, await insertPerson()]) {
    expect((await see(who, school.institutionId)).status).toBe(403)
    expect((await press(who, school.institutionId, [theirs.accountId])).status).toBe(403)
  }
  await press(school.administrator, school.institutionId, [theirs.accountId, accountId, 'none'])
  expect(await actsAbout(theirs.accountId)).toEqual([])
  expect(await actsAbout(accountId)).toEqual([])
  expect((await see(school.administrator, school.institutionId)).html).toContain(fr('people.byList.none'))
})

it('counts on the work page the same people as the page itself, whatever other lists say', async () => {
  const [school, other] = [await schoolWithCohort(), await schoolWithCohort()]
  const { administrator } = school
  await giveRole(administrator.accountId, 'administrator', other.institutionId)
  const second = await makeCohort(school)
  const list = async (her: { accountId: string; email: string }, cohortId: string, written: typeof OWN) => {
    const facts = { ...written, email: her.email, function: '', locale: 'fr', listed: true, status: 'active' as const }
    await insertMember(db(), { ...facts, accountId: her.accountId, cohortId }, null, new Date())
  }
  const unlike = { ...OWN, nameLatin: 'Amina Fassi' }
  const [twice, unlikeOnce, unlikeElsewhere, confirmed, confirmedElsewhere, left] = await Promise.all(
    Array.from({ length: 6 }, () => learner(school)),
  )
  if (!twice || !unlikeOnce || !unlikeElsewhere || !confirmed || !confirmedElsewhere || !left) throw new Error('nobody')
  await list(twice, second.id, OWN)
  await list(unlikeOnce, second.id, unlike)
  await giveRole(unlikeElsewhere.accountId, 'learner', other.institutionId)
  await list(unlikeElsewhere, other.cohort.id, unlike)
  await giveRole(confirmedElsewhere.accountId, 'tutor', school.institutionId)
  const confirmation = { confirmedById: administrator.accountId, confirmedAt: new Date() }
  await insertConfirmation(db(), {
    ...confirmation,
    accountId: confirmed.accountId,
    institutionId: school.institutionId,
  })
  await insertConfirmation(db(), {
    ...confirmation,
    accountId: confirmedElsewhere.accountId,
    institutionId: other.institutionId,
  })
  await db().role.updateMany({ where: { accountId: left.accountId }, data: { endedAt: new Date(), held: null } })
  await learner(school, { listed: false })
  await learner(school, { own: { ...OWN, nameArabic: '' }, written: { ...OWN, nameArabic: '' } })
  await learner(other)

  const actor = await actorNow(administrator)
  const named = async ({ institutionId }: Place) =>
    (await listedPeople(permitFor(actor, 'people:read', { institutionId })))?.equal.map(({ accountId }) => accountId)
  const hers = [twice, unlikeElsewhere, confirmedElsewhere].map(({ accountId }) => accountId).toSorted()
  expect((await named(school))?.toSorted()).toEqual(hers)
  const places = [school, other].map(({ institutionId }) => institutionId)
  const counted = (most: number) => countAsListed(sql(), places, { reader: administrator.accountId, most })
  const countOf = (rows: Awaited<ReturnType<typeof counted>>) =>
    places.map((id) => rows.find(({ institutionId }) => institutionId === id)?.people)
  expect(countOf(await counted(500))).toEqual([3, 1])
  expect(countOf(await counted(2))).toEqual([2, 1])
  expect((await deskOf(administrator)).map(({ count }) => count).toSorted()).toEqual([1, 3])
})
