import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { POST as withdraw } from '@/app/[locale]/(learn)/join/back/route'
import { GET as getJoin, POST as postJoin } from '@/app/[locale]/(learn)/join/route'
import { GET as getEntry, POST as postEntry } from '@/app/[locale]/(teach)/cohorts/[cohort]/entry/route'
import { POST as refuse } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/[member]/refuse/route'
import { POST as act } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/[member]/route'
import { GET as getPeople } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/route'
import { formatEntryCode } from '@/domain/cohort/entry/entry-code'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { db } from '@/server/db/client'
import { findEntry } from '@/server/db/cohort/cohort-entries'
import { insertPlace, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { mayJoin, openEntry } from '@/tests/support/entry'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { insertStaff } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const ORIGIN = 'http://localhost:3000'
const RUNNING = { startsOn: '2026-01-05', endsOn: '2099-01-15' }
type Someone = { sessionId: string } | null

const asked = (path: string) => new Request(`${ORIGIN}${path}`)
const sent = (path: string, fields: Record<string, string>) =>
  new Request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN, host: 'localhost:3000' },
    body: new URLSearchParams(fields),
  })
const at = <T extends object>(params: T) => ({ params: Promise.resolve(params) })

async function see(who: Someone, query = '', locale: Locale = 'fr') {
  await callAs(who?.sessionId ?? null)
  const response = await getJoin(asked(`/${locale}/join${query}`), at({ locale }))
  return { status: response.status, html: await response.text(), location: response.headers.get('location') }
}

async function press(who: Someone, fields: Record<string, string>, locale: Locale = 'fr') {
  await callAs(who?.sessionId ?? null)
  const response = await postJoin(sent(`/${locale}/join`, fields), at({ locale }))
  return { status: response.status, html: await response.text(), location: response.headers.get('location') }
}

async function opened(fields: Parameters<typeof openEntry>[2] = {}, seats: number | null = null) {
  const school = await makeSchool()
  const tutor = await insertStaff('tutor', school.institutionId)
  const cohort = await makeCohort(school, { fields: { ...RUNNING, seats }, tutorIds: [tutor.accountId] })
  return { school, tutor, cohort, code: await openEntry(school, cohort, fields) }
}

describe('the page for joining a cohort', () => {
  it('enrols nobody without an account or a confirmed address', async () => {
    const query = '?code=2345-6789'
    expect(await see(null, query)).toMatchObject({
      status: 303,
      location: `/fr/sign-in?next=${encodeURIComponent(`/fr/join${query}`)}`,
    })
    const unconfirmed = await insertPerson({ confirmed: false })
    const page = await see(unconfirmed, query)
    expect(page.status).toBe(403)
    expect(page.html).toContain('/fr/confirm')
    expect((await press(unconfirmed, { code: '2345-6789' })).status).toBe(403)
  })

  it.each(LOCALES)('says in %s what joining means, and does it only when she presses', async (locale) => {
    const { school, cohort, code } = await opened({ approval: true })
    const her = await mayJoin()
    const t = translator(locale)

    const { status, html } = await see(her, `?code=${code}`, locale)

    expect(status).toBe(200)
    const { nameArabic, nameLatin } = await db().institution.findUniqueOrThrow({ where: { id: school.institutionId } })
    for (const text of [
      locale === 'ar' ? nameArabic : nameLatin,
      cohort.name,
      t('join.seen'),
      t('join.notSeen'),
      t('join.outlook.asked'),
      t('join.press.asked'),
    ])
      expect(html).toContain(text.replaceAll('&', '&amp;'))
    expect(await db().cohortMember.count({ where: { cohortId: cohort.id } })).toBe(0)
  })

  it('gives the same answer for everything that does not open', async () => {
    const { cohort } = await opened()
    const her = await mayJoin()
    const sentence = translator('fr')('join.problems.closed')

    for (const query of ['?code=2345-6789', '?code=%3Cscript%3E', `?cohort=${cohort.id}`, '?cohort=none']) {
      const page = await see(her, query)
      expect([page.status, page.html.includes(sentence)], query).toEqual([404, true])
      expect(page.html).not.toContain('<script>')
    }
    for (const fields of [{ code: '2345-6789' }, { cohort: cohort.id }, {}]) {
      const page = await press(her, fields as Record<string, string>)
      expect([page.status, page.html.includes(sentence)]).toEqual([404, true])
    }
  })

  it('leads a learner to the course, and a person with a request to her requests', async () => {
    const { cohort, code } = await opened({}, 1)
    const [her, second] = [await mayJoin(), await mayJoin()]

    expect(await press(her, { code })).toMatchObject({ status: 303, location: `/fr/courses/${cohort.courseId}` })
    expect(await press(her, { code })).toMatchObject({ status: 303, location: `/fr/courses/${cohort.courseId}` })
    expect(await press(second, { code })).toMatchObject({ status: 303, location: '/fr/learning#requests' })
    expect((await see(second, `?code=${code}`)).html).toContain(translator('fr')('join.unchanged.waiting'))
  })

  it('lists the cohorts that her address opens', async () => {
    const { cohort } = await opened({ way: 'domain', domains: ['cour-de-nulle-part.example'] })
    const her = await mayJoin({ email: `a${Date.now()}@cour-de-nulle-part.example` })

    expect((await see(her)).html).toContain(`/fr/join?cohort=${cohort.id}`)
    expect((await see(await mayJoin())).html).not.toContain(cohort.id)
    expect(await press(her, { cohort: cohort.id })).toMatchObject({ location: `/fr/courses/${cohort.courseId}` })
  })

  it('takes back her own request, and not that of another person', async () => {
    const { cohort, code } = await opened({ approval: true })
    const [her, other] = [await mayJoin(), await mayJoin()]
    await press(her, { code })
    const { id } = await db().cohortMember.findFirstOrThrow({ where: { cohortId: cohort.id } })
    const back = async (who: Someone) => {
      await callAs(who?.sessionId ?? null)
      return (await withdraw(sent('/fr/join/back', { request: id }), at({ locale: 'fr' }))).status
    }

    expect([await back(null), await back(other), await back(her), await back(her)]).toEqual([303, 404, 303, 303])
    expect(await db().cohortMember.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'withdrawn' })
  })
})

describe('the page of a cohort’s entry', () => {
  const open = async (who: Someone, cohort: string, locale: Locale = 'fr') => {
    await callAs(who?.sessionId ?? null)
    return getEntry(asked(`/${locale}/cohorts/${cohort}/entry`), at({ locale, cohort }))
  }
  const send = async (who: Someone, cohort: string, fields: Record<string, string>) => {
    await callAs(who?.sessionId ?? null)
    const response = await postEntry(sent(`/fr/cohorts/${cohort}/entry`, fields), at({ locale: 'fr', cohort }))
    return { status: response.status, html: await response.text() }
  }

  it('opens it, shows the code, and replaces it', async () => {
    const { school, cohort } = await opened({ way: 'closed' })
    const { administrator } = school

    expect((await send(administrator, cohort.id, { way: 'code', domains: '', approval: 'no' })).status).toBe(303)
    const { code } = await findEntry(db(), cohort.id)
    expect(await (await open(administrator, cohort.id)).text()).toContain(formatEntryCode(code ?? 'none'))

    expect((await send(administrator, cohort.id, { act: 'renew' })).status).toBe(303)
    expect((await findEntry(db(), cohort.id)).code).not.toBe(code)
  })

  it.each([
    [{ way: 'all', domains: '', approval: 'yes' }, 'choose', ''],
    [{ way: 'domain', domains: '', approval: 'yes' }, 'none', ''],
    [{ way: 'domain', domains: 'exemple.ma gmail.com', approval: 'yes' }, 'free', 'gmail.com'],
    [{ way: 'both', domains: 'gov.ma', approval: 'yes' }, 'suffix', 'gov.ma'],
    [{ way: 'both', domains: '<b>', approval: 'yes' }, 'malformed', '&lt;b&gt;'],
  ] as const)('gives %j back with what is wrong and what was typed', async (fields, problem, domain) => {
    const { school, cohort } = await opened({ way: 'closed' })

    const { status, html } = await send(school.administrator, cohort.id, fields)

    expect(status).toBe(400)
    expect(html).toContain(translator('fr')(`cohorts.entry.problems.${problem}`, { domain, max: 20 }))
    expect(html).toContain(fields.domains.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    expect(await findEntry(db(), cohort.id)).toMatchObject({ way: 'closed' })
  })

  it('is closed to tutors and to other schools; tutors read the code among the people', async () => {
    const { tutor, cohort, code } = await opened()
    const other = await makeSchool()

    for (const who of [tutor, other.administrator, await mayJoin()]) {
      expect((await open(who, cohort.id)).status).toBe(403)
      expect((await send(who, cohort.id, { way: 'closed', domains: '', approval: 'yes' })).status).toBe(403)
    }
    expect((await open(null, cohort.id)).status).toBe(303)
    await callAs(tutor.sessionId)
    const people = await getPeople(asked(`/fr/cohorts/${cohort.id}/people`), at({ locale: 'fr', cohort: cohort.id }))
    const html = await people.text()
    expect(html).toContain(formatEntryCode(code))
    expect(html).not.toContain(`/fr/cohorts/${cohort.id}/entry`)
  })

  it('saves nothing of an archived cohort', async () => {
    const { school, cohort } = await opened()
    await db().cohort.update({ where: { id: cohort.id }, data: { archivedAt: new Date() } })

    expect((await open(school.administrator, cohort.id)).status).toBe(200)
    expect((await send(school.administrator, cohort.id, { act: 'renew' })).status).toBe(409)
  })
})

describe('a request on the page of people', () => {
  async function requested() {
    const of = await opened({ approval: true })
    const her = await mayJoin()
    await press(her, { code: of.code })
    const { id } = await db().cohortMember.findFirstOrThrow({ where: { cohortId: of.cohort.id } })
    return { ...of, her, member: id }
  }
  const answer = async (who: Someone, cohort: string, member: string, reason: string) => {
    await callAs(who?.sessionId ?? null)
    const path = `/fr/cohorts/${cohort}/people/${member}/refuse`
    return (await refuse(sent(path, { reason }), at({ locale: 'fr', cohort, member }))).status
  }

  it('is refused by its tutor with a reason, and not without, nor by anybody else', async () => {
    const { tutor, cohort, member, her } = await requested()
    const other = await makeSchool()

    expect(await answer(tutor, cohort.id, member, ' ')).toBe(400)
    expect(await answer(her, cohort.id, member, 'non')).toBe(403)
    expect(await answer(other.administrator, cohort.id, member, 'non')).toBe(403)
    expect(await answer(tutor, cohort.id, 'none', 'non')).toBe(404)
    expect(await answer(tutor, cohort.id, member, 'Réservée aux attachés')).toBe(303)
    expect(await answer(tutor, cohort.id, member, 'Encore')).toBe(409)
    const mails = await db().mail.findMany({ where: { memberId: member } })
    expect(mails).toMatchObject([{ kind: 'refused', letter: { about: { reason: 'Réservée aux attachés' } } }])
  })

  it('cannot be decided by the person herself, tutor or not', async () => {
    const { tutor, cohort } = await opened()
    const { id } = await insertPlace(cohort, { status: 'asked', accountId: tutor.accountId })

    expect(await answer(tutor, cohort.id, id, 'moi-même')).toBe(403)
    await callAs(tutor.sessionId)
    const admitted = await act(
      sent(`/fr/cohorts/${cohort.id}/people/${id}`, { act: 'admit' }),
      at({ locale: 'fr', cohort: cohort.id, member: id }),
    )
    expect(admitted.status).toBe(403)
  })
})
