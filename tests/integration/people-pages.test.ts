import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getCohortPeople } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/route'
import { POST as postEnd } from '@/app/[locale]/(teach)/institutions/[institution]/people/end/route'
import { GET as getPeople, POST as postPeople } from '@/app/[locale]/(teach)/institutions/[institution]/people/route'
import { POST as postPlatformEnd } from '@/app/[locale]/(teach)/institutions/platform/end/route'
import { GET as getTeam } from '@/app/[locale]/(teach)/institutions/platform/route'
import type { Role } from '@/domain/auth/role'
import { PAGE_ROWS } from '@/domain/list/page-of'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { viewsOfMyRecord } from '@/server/audit/read-audit'
import { db } from '@/server/db/client'
import { insertParticipant, insertPlace, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson, mayRead, signUpOf } from '@/tests/support/people'
import { giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const ORIGIN = 'http://localhost:3000'
type Who = { accountId: string; sessionId: string }
const fr = translator('fr')
const at = (institution: string, locale: Locale = 'fr') => ({ params: Promise.resolve({ locale, institution }) })
const asked = (path: string) => new Request(ORIGIN + path)
const sent = (path: string, fields: Record<string, string>) =>
  new Request(ORIGIN + path, { method: 'POST', body: new URLSearchParams(fields) })

async function see(who: Who, institution: string, query = '', locale: Locale = 'fr') {
  await callAs(who.sessionId)
  const response = await getPeople(
    asked(`/${locale}/institutions/${institution}/people${query}`),
    at(institution, locale),
  )
  const html = await response.text()
  return { status: response.status, html, cards: html.match(/class="card member"/g)?.length ?? 0 }
}

async function school() {
  const id = await makeInstitution()
  return { id, administrator: await insertStaff('administrator', id, { nameLatin: 'Aicha Aaa' }) }
}

/** Learners of an institution, with these Latin names. */
async function fill(institutionId: string, names: readonly string[]): Promise<string[]> {
  const accounts = names.map((nameLatin) => {
    return { ...signUpOf({ nameLatin }), passwordHash: 'none', emailConfirmedAt: new Date() }
  })
  const made = await db().account.createManyAndReturn({ data: accounts, select: { id: true } })
  for (const { id } of made) await giveRole(id, 'learner', institutionId)
  return made.map(({ id }) => id)
}

const numbered = (count: number) => Array.from({ length: count }, (_, n) => `Learner ${String(n).padStart(3, '0')}`)
const seenBy = (actor: Who, act = 'person-viewed') =>
  db().auditEntry.findMany({ where: { actorId: actor.accountId, act }, orderBy: { id: 'asc' } })

describe('the people of an institution', () => {
  it('are on pages, each with links to the next and the previous one', async () => {
    const { id, administrator } = await school()
    await fill(id, numbered(PAGE_ROWS + 2))

    const first = await see(administrator, id)
    expect([first.cards, first.html.includes('?page=2"')]).toEqual([PAGE_ROWS, true])
    expect(first.html).toContain(fr('cohorts.dashboard.page', { from: 1, to: PAGE_ROWS, total: PAGE_ROWS + 3 }))
    const second = await see(administrator, id, '?page=2')
    expect(second.cards).toBe(3)
    expect(second.html).toContain(`href="/fr/institutions/${id}/people" rel="prev"`)
    for (const odd of ['?page=0', '?page=x', '?page=1e9'])
      expect((await see(administrator, id, odd)).cards).toBe(PAGE_ROWS)
    expect((await see(administrator, id, '?page=99')).cards).toBe(3)
  })

  it('are found by a part of the name or the address, of this institution alone', async () => {
    const { id, administrator } = await school()
    await fill(id, ['Salma Bennani', 'Houda Mrabet'])
    const elsewhere = await school()
    await fill(elsewhere.id, ['Karim Bennani'])

    const found = await see(administrator, id, '?q=bénnani')
    expect(found.cards).toBe(1)
    expect(found.html).toContain('Salma Bennani')
    expect(found.html).toContain('value="bénnani"')
    const { email } = await db().account.findFirstOrThrow({ where: { nameLatin: 'Houda Mrabet' } })
    expect((await see(administrator, id, `?q=${encodeURIComponent(email)}`)).cards).toBe(1)
    for (const locale of LOCALES) {
      const none = await see(administrator, id, '?q=karim', locale)
      expect([none.status, none.cards]).toEqual([200, 0])
      expect(none.html).toContain(translator(locale)('people.noMatch'))
    }
  })

  it('learn who saw them in the list, once a day, and only who was shown', async () => {
    const { id, administrator } = await school()
    const ids = await fill(id, numbered(PAGE_ROWS + 1))

    await see(administrator, id)
    await see(administrator, id)
    const seen = await seenBy(administrator)
    // The first person on the list is the reader.
    expect(seen.map(({ subjectId }) => subjectId).toSorted()).toEqual(ids.slice(0, PAGE_ROWS - 1).toSorted())
    expect(seen[0]).toMatchObject({ institutionId: id, reason: null })
    await see(administrator, id, '?q=Learner+050')
    expect((await seenBy(administrator)).at(-1)?.subjectId).toBe(ids[PAGE_ROWS])

    const her = { accountId: ids[0] ?? '', sessionId: '' }
    const { entries } = await viewsOfMyRecord(mayRead(her), null)
    expect(entries).toMatchObject([{ act: 'person-viewed', actorId: administrator.accountId }])
  })

  it('are refused to everybody else, and a refused visit is not recorded', async () => {
    const { id } = await school()
    await fill(id, numbered(2))
    const stranger = (await school()).administrator

    for (const who of [stranger, await insertStaff('tutor', id), await insertPerson()]) {
      expect((await see(who, id)).status).toBe(403)
      expect(await seenBy(who)).toEqual([])
    }
    const platform = await insertStaff('platform-administrator', null)
    for (const none of ['none', '0198c0de-0000-7000-8000-000000000001'])
      expect((await see(platform, none)).status).toBe(404)
  })

  it('keep the search after an offer was refused, and after it was made', async () => {
    const { id, administrator } = await school()
    await callAs(administrator.sessionId)
    const path = `/fr/institutions/${id}/people?q=aaa&page=2`

    const refused = await postPeople(sent(path, { email: 'x', role: 'tutor' }), at(id))
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain(`action="/fr/institutions/${id}/people?q=aaa&amp;page=2#`)
    const { email } = await insertPerson()
    const given = await postPeople(sent(path, { email, role: 'tutor' }), at(id))
    expect(given.headers.get('location')).toBe(`${path}&done=offered`)
  })
})

describe('ending a role', () => {
  const oldCode = ({ sessionId }: Who, minutes: number) =>
    db().session.update({ where: { id: sessionId }, data: { provedAt: new Date(Date.now() - minutes * 60_000) } })
  const held = (accountId: string, role: Role) => db().role.count({ where: { accountId, role, endedAt: null } })

  async function press(who: Who, institution: string | null, account: string, role: Role, query = '') {
    await callAs(who.sessionId)
    const path = institution === null ? '/fr/institutions/platform/end' : `/fr/institutions/${institution}/people/end`
    const request = sent(path + query, { account, role })
    const response =
      institution === null
        ? await postPlatformEnd(request, { params: Promise.resolve({ locale: 'fr' }) })
        : await postEnd(request, at(institution))
    return [response.status, response.headers.get('location')]
  }

  it('of an administrator asks for a fresh code, and comes back to the list that says what is left to do', async () => {
    const { id, administrator } = await school()
    const platform = await insertStaff('platform-administrator', null)
    const people = `/fr/institutions/${id}/people?q=aaa`
    await oldCode(platform, 11)

    const back = `${people}&again=end`
    expect(await press(platform, id, administrator.accountId, 'administrator', '?q=aaa')).toEqual([
      303,
      `/fr/second-factor?next=${encodeURIComponent(back)}`,
    ])
    expect(await held(administrator.accountId, 'administrator')).toBe(1)
    const list = await see(platform, id, '?q=aaa&again=end')
    expect(list.html).toContain(fr('people.endAgain'))
    expect(list.html).toContain(`action="/fr/institutions/${id}/people/end?q=aaa"`)

    await oldCode(platform, 1)
    expect(await press(platform, id, administrator.accountId, 'administrator', '?q=aaa')).toEqual([
      303,
      `${people}&done=ended`,
    ])
    expect(await held(administrator.accountId, 'administrator')).toBe(0)
  })

  it.each(['platform-administrator', 'support'] as const)('of a %s does so too', async (role) => {
    const [platform, her] = [await insertStaff('platform-administrator', null), await insertStaff(role, null)]
    await oldCode(platform, 11)
    const back = '/fr/institutions/platform?again=end'

    expect(await press(platform, null, her.accountId, role)).toEqual([
      303,
      `/fr/second-factor?next=${encodeURIComponent(back)}`,
    ])
    await callAs(platform.sessionId)
    const team = await getTeam(asked(back), { params: Promise.resolve({ locale: 'fr' }) })
    expect(await team.text()).toContain(fr('people.endAgain'))
    await oldCode(platform, 1)
    expect(await press(platform, null, her.accountId, role)).toEqual([303, '/fr/institutions/platform?done=ended'])
  })

  it.each(['learner', 'tutor'] as const)('of a %s does not', async (role) => {
    const { id, administrator } = await school()
    const her = await insertStaff(role, id)
    await oldCode(administrator, 11)

    expect(await press(administrator, id, her.accountId, role)).toEqual([
      303,
      `/fr/institutions/${id}/people?done=ended`,
    ])
    expect(await held(her.accountId, role)).toBe(0)
  })

  it('is done once if it is sent twice at once, and not by an administrator of another institution', async () => {
    const { id, administrator } = await school()
    const tutor = await insertStaff('tutor', id)
    const stranger = (await school()).administrator

    expect((await press(stranger, id, tutor.accountId, 'tutor'))[0]).toBe(403)
    await Promise.all([1, 2].map(() => press(administrator, id, tutor.accountId, 'tutor')))
    expect(await db().auditEntry.count({ where: { institutionId: id, act: 'role-ended' } })).toBe(1)
  })
})

describe('the people of a cohort', () => {
  it('learn who saw them on its list, with the cohort it was for', async () => {
    const made = await makeSchool()
    const cohort = await makeCohort(made)
    const her = await insertParticipant(cohort)
    const asking = await insertPerson()
    await insertPlace(cohort, { status: 'asked', accountId: asking.accountId, email: asking.email })
    await insertPlace(cohort, { status: 'invited' })
    const read = async (who: Who, query = '') => {
      await callAs(who.sessionId)
      const params = Promise.resolve({ locale: 'fr', cohort: cohort.id })
      return (await getCohortPeople(asked(`/fr/cohorts/${cohort.id}/people${query}`), { params })).status
    }

    expect(await read(made.administrator, '?show=asked')).toBe(200)
    expect(await seenBy(made.administrator, 'record-viewed')).toMatchObject([
      { subjectId: asking.accountId, reason: cohort.name, institutionId: made.institutionId },
    ])
    expect([await read(made.administrator), await read(made.administrator)]).toEqual([200, 200])
    expect((await seenBy(made.administrator, 'record-viewed')).map(({ subjectId }) => subjectId)).toEqual([
      asking.accountId,
      her.accountId,
    ])
    const stranger = (await makeSchool()).administrator
    expect(await read(stranger)).toBe(403)
    expect(await seenBy(stranger, 'record-viewed')).toEqual([])
  })
})
