import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { POST as postArchive } from '@/app/[locale]/(teach)/cohorts/[cohort]/archive/route'
import { POST as postPerson } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/[member]/route'
import { GET as getCohort } from '@/app/[locale]/(teach)/cohorts/[cohort]/route'
import { GET as getSettings } from '@/app/[locale]/(teach)/cohorts/[cohort]/settings/route'
import { POST as postSteps } from '@/app/[locale]/(teach)/cohorts/[cohort]/steps/route'
import { POST as postNew } from '@/app/[locale]/(teach)/institutions/[institution]/cohorts/new/route'
import { LOCALES } from '@/domain/locale'
import { dayOf, nextDay } from '@/domain/time/day'
import { formatLooseDate, translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { holdTests } from '@/server/cohort/tests/hold-tests'
import { releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import type { CohortRow } from '@/server/db/cohort/cohorts'
import { publishTested } from '@/tests/support/cohort-tests'
import { insertParticipant, insertPlace, makeCohort, makeSchool, type School } from '@/tests/support/cohorts'
import { logoOf, save } from '@/tests/support/faces'
import { callAs } from '@/tests/support/next-headers'
import { actorNow, insertStaff } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const ORIGIN = 'http://localhost:3000'
const today = dayOf(new Date())
const fr = translator('fr')
const RUNNING = { startsOn: nextDay(today, -20), endsOn: nextDay(today, 60) }
const OVER = { startsOn: nextDay(today, -60), endsOn: nextDay(today, -1) }

const params = (cohort: CohortRow, locale = 'fr') => ({ params: Promise.resolve({ locale, cohort: cohort.id }) })

async function seeCohort(cohort: CohortRow, query = '', locale = 'fr'): Promise<string> {
  const path = `/${locale}/cohorts/${cohort.id}${query}`
  const response = await getCohort(new Request(ORIGIN + path), params(cohort, locale))
  expect(response.status).toBe(200)
  return response.text()
}

function post(path: string, fields: Record<string, string>, headers: HeadersInit = {}) {
  return new Request(ORIGIN + path, { method: 'POST', body: new URLSearchParams(fields), headers })
}

/** The addresses for everything that an administrator does with a cohort. */
function actsOn(cohort: CohortRow, { institutionId }: School): string[] {
  const path = `/fr/cohorts/${cohort.id}`
  return [
    `${path}/settings`,
    `${path}/settings#deadlines`,
    `${path}/settings#seats`,
    `${path}/settings#archive`,
    `${path}/entry`,
    `/fr/institutions/${institutionId}/cohorts/new?copy=${cohort.id}`,
  ]
}

const linksIn = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)
const mainOf = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))

describe('the page of a cohort', () => {
  it('leads its administrator to everything that can be done with it', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: RUNNING })
    await callAs(school.administrator.sessionId)

    expect(linksIn(await seeCohort(cohort))).toEqual(expect.arrayContaining(actsOn(cohort, school)))
  })

  it('describes each act on it, and links directly to the forms that are used most', async () => {
    const school = await makeSchool()
    const deadlines = { offence: nextDay(today, -1), exam: nextDay(today, 9) }
    const cohort = await makeCohort(school, { fields: { ...RUNNING, seats: 3 }, deadlines })
    await insertPlace(cohort, { status: 'invited' })
    await insertPlace(cohort, { status: 'withdrawn' })
    await callAs(school.administrator.sessionId)
    const html = await seeCohort(cohort)
    const manage = html.split('id="manage"')[1]?.split('</section>')[0] ?? ''

    const date = formatLooseDate(nextDay(today, 9), 'fr')
    expect(manage).toContain(fr('cohorts.manage.deadlinesNext', { count: 2, date }))
    expect(manage).toContain(fr('cohorts.form.seatsTaken', { taken: '1', seats: '3' }))
    expect(manage.match(/<a /g)).toHaveLength(5)
    const path = `/fr/cohorts/${cohort.id}`
    expect(linksIn(html)).toEqual(expect.arrayContaining([`${path}/people/new`, `${path}/messages/new`]))

    const bare = await makeCohort(school, { fields: OVER })
    const over = await seeCohort(bare)
    expect(over).toContain(fr('cohorts.manage.deadlinesNone'))
    expect(over).toContain(fr('cohorts.form.seatsFree', { taken: '0' }))
    expect(linksIn(over)).not.toContain(`/fr/cohorts/${bare.id}/messages/new`)
  })

  it('leads a tutor to nothing that would refuse her', async () => {
    const school = await makeSchool()
    const tutor = await insertStaff('tutor', school.institutionId)
    const cohort = await makeCohort(school, { fields: RUNNING, tutorIds: [tutor.accountId] })
    await callAs(tutor.sessionId)

    const html = await seeCohort(cohort)

    for (const href of actsOn(cohort, school)) expect(linksIn(html)).not.toContain(href)
    expect(html).not.toContain('id="manage"')
    expect(linksIn(html)).not.toContain(`/fr/cohorts/${cohort.id}/people/new`)
    expect(linksIn(html)).toContain(`/fr/cohorts/${cohort.id}/messages/new`)
    expect(mainOf(html)).not.toContain(`/cohorts/${cohort.id}/import`)
    expect(linksIn(html)).toContain(`/fr/cohorts/${cohort.id}/people`)
  })

  it('offers an archived cohort as the model of a new one, and nothing that would change it', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: RUNNING })
    await callAs(school.administrator.sessionId)

    const archived = await postArchive(post(`/fr/cohorts/${cohort.id}/archive`, { sure: 'yes' }), params(cohort))
    expect(archived.headers.get('location')).toBe(`/fr/cohorts/${cohort.id}?done=archived`)
    const html = await seeCohort(cohort, '?done=archived')

    expect(html).toContain(fr('cohorts.form.archived'))
    const links = linksIn(html)
    expect(links).toContain(`/fr/institutions/${school.institutionId}/cohorts/new?copy=${cohort.id}`)
    expect(links.filter((href) => /\/(entry|import)\b|\/settings$/.test(href))).toEqual([])
    const path = `${ORIGIN}/fr/cohorts/${cohort.id}/settings`
    const settings = await (await getSettings(new Request(path), params(cohort))).text()
    expect(settings).toContain(fr('cohorts.form.closed'))
    // The only form on the page restores the cohort.
    expect(mainOf(settings).match(/<form/g)).toHaveLength(1)
    expect(mainOf(settings)).toContain('value="restore"')
  })

  it.each(LOCALES)(
    'says in %s that a cohort that is over needs no action, even if invitations are unanswered',
    async (locale) => {
      const school = await makeSchool()
      await callAs(school.administrator.sessionId)
      const t = translator(locale)
      const running = await makeCohort(school, { fields: RUNNING })
      const over = await makeCohort(school, { fields: OVER })
      for (const cohort of [running, over]) {
        await insertPlace(cohort, { status: 'invited' })
        await insertPlace(cohort, { status: 'asked' })
        await insertParticipant(cohort, { daysQuiet: 40, now: new Date() })
      }

      expect(await seeCohort(running, '', locale)).toContain(t('cohorts.dashboard.todo'))
      const html = await seeCohort(over, '', locale)

      expect(html).toContain(t('cohorts.dashboard.overLead'))
      expect(html).not.toContain(t('cohorts.dashboard.todo'))
      expect(html).not.toContain(t('cohorts.dashboard.invited', { count: 1 }))
    },
  )
})

describe('a new cohort', () => {
  it('is confirmed as created, with links to its import, its self-enrolment and its deadlines', async () => {
    const school = await makeSchool()
    await callAs(school.administrator.sessionId)
    const { institutionId, courseId } = school
    const fields = {
      name: 'Promotion neuve',
      course: courseId,
      locale: 'fr',
      startsOn: today,
      endsOn: nextDay(today, 30),
    }
    const path = `/fr/institutions/${institutionId}/cohorts/new`

    const response = await postNew(post(path, { ...fields, seats: '' }), {
      params: Promise.resolve({ locale: 'fr', institution: institutionId }),
    })

    expect(response.status).toBe(303)
    const [, id = ''] = /^\/fr\/cohorts\/([\w-]+)\?done=created$/.exec(response.headers.get('location') ?? '') ?? []
    const cohort = { id } as CohortRow
    const html = await seeCohort(cohort, '?done=created')
    expect(html).toContain(fr('cohorts.form.created'))
    const steps = [`/fr/cohorts/${id}/import`, `/fr/cohorts/${id}/entry`, `/fr/cohorts/${id}/settings#deadlines`]
    expect(linksIn(html)).toEqual(expect.arrayContaining(steps))
    expect(html).toContain(fr('cohorts.dashboard.steps'))
  })

  /** A running cohort whose course has an exam and a bank that suffices for tests; its administrator is the caller. */
  async function begun() {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: RUNNING })
    await callAs(school.administrator.sessionId)
    return { school, cohort }
  }
  const signs = { nameArabic: 'أ', nameLatin: 'A', titleArabic: 'م', titleLatin: 'D' }

  it('keeps its first steps until each is done, whoever is in it already', async () => {
    const { school, cohort } = await begun()
    const { institutionId } = school
    const title = fr('cohorts.dashboard.steps')
    await insertPlace(cohort, { status: 'invited' })
    const first = await seeCohort(cohort)
    expect(first).toContain(title)
    const links = [`/fr/institutions/${institutionId}/face`, `/fr/cohorts/${cohort.id}/settings#cohort-tutors`]
    expect(linksIn(first)).toEqual(expect.arrayContaining(links))
    expect(first).toContain(fr('cohorts.steps.bare.no-face'))
    expect(first).not.toContain(fr('cohorts.steps.notes.people'))

    // A signatory until yesterday does not count today.
    const day = (days: number) => new Date(nextDay(today, days))
    await db().signatory.create({ data: { institutionId, ...signs, fromDay: day(-9), toDay: day(-1) } })
    expect(await seeCohort(cohort)).toContain(fr('cohorts.steps.bare.no-face'))
    await db().signatory.create({ data: { institutionId, ...signs, fromDay: day(0) } })
    expect(await seeCohort(cohort)).toContain(fr('cohorts.steps.bare.no-logo'))
    await save(school.administrator, institutionId, logoOf('#123456'), new Date())
    const tutor = await insertStaff('tutor', institutionId)
    await db().cohortTutor.create({ data: { cohortId: cohort.id, accountId: tutor.accountId } })
    const { courseId } = cohort
    await db().deadline.create({ data: { cohortId: cohort.id, courseId, step: 'exam', dueOn: day(9) } })
    expect(await seeCohort(cohort)).not.toContain(title)
  })

  it('leads to the tests before and after its course, before anybody is enrolled', async () => {
    const { school } = await begun()
    const { courseId } = await publishTested()
    releases.reset() // another course has just been published
    const cohort = await makeCohort({ ...school, courseId }, { fields: RUNNING })

    const html = await seeCohort(cohort)
    expect(linksIn(html)).toContain(`/fr/cohorts/${cohort.id}/learning?part=gain`)
    const permit = permitFor(await actorNow(school.administrator), 'cohort:change', targetOf(cohort))
    await holdTests(permit, cohort, new Date())
    expect(await seeCohort(cohort)).not.toContain(fr('cohorts.steps.notes.tests'))
  })

  it('lets only those who may change it hide its first steps for good', async () => {
    const { school, cohort } = await begun()
    const tutor = await insertStaff('tutor', school.institutionId)
    await db().cohortTutor.create({ data: { cohortId: cohort.id, accountId: tutor.accountId } })
    const path = `/fr/cohorts/${cohort.id}/steps`
    const send = () => postSteps(post(path, {}, { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }), params(cohort))
    const other = await makeSchool()
    for (const who of [tutor, other.administrator]) {
      await callAs(who.sessionId)
      expect((await send()).status).toBe(403)
    }
    await callAs(tutor.sessionId)
    expect(await seeCohort(cohort)).not.toContain(fr('cohorts.dashboard.steps'))

    await callAs(school.administrator.sessionId)
    expect(await seeCohort(cohort)).toContain(fr('cohorts.dashboard.steps'))
    const twice = await Promise.all([send(), send()])
    expect(twice.map(({ status }) => status)).toEqual([303, 303])
    expect(await seeCohort(cohort)).not.toContain(fr('cohorts.dashboard.steps'))
  })

  it('has no first steps once it is over', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: OVER })
    await callAs(school.administrator.sessionId)

    expect(await seeCohort(cohort)).not.toContain(fr('cohorts.dashboard.steps'))
  })
})

describe('a refusal', () => {
  /** Invites a person who was withdrawn from a full cohort, from the page with this address. */
  async function invite(from: (people: string) => string | null) {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { ...RUNNING, seats: 1 } })
    await insertParticipant(cohort)
    const { id } = await insertPlace(cohort, { status: 'withdrawn' })
    await callAs(school.administrator.sessionId)
    const people = `/fr/cohorts/${cohort.id}/people`
    const referer = from(people)
    const response = await postPerson(
      post(`${people}/${id}?show=withdrawn`, { act: 'invite' }, referer === null ? {} : { referer }),
      { params: Promise.resolve({ locale: 'fr', cohort: cohort.id, member: id }) },
    )
    return { people, status: response.status, html: await response.text() }
  }
  const backTo = (path: string) =>
    `<a class="btn primary" href="${path}" referrerPolicy="no-referrer">${fr('errors.back')}</a>`

  it('of a form leads back to the page that it was sent from', async () => {
    const { people, status, html } = await invite((path) => `${ORIGIN}${path}?show=withdrawn&page=2`)

    expect(status).toBe(409)
    expect(html).toContain(fr('errors.no-seat'))
    expect(html).toContain(backTo(`${people}?show=withdrawn&amp;page=2`))
  })

  it.each([
    ['says nothing', () => null],
    ['names another site', () => 'https://elsewhere.example/fr/courses'],
    ['names what is no page', (path: string) => `${ORIGIN}//elsewhere.example${path}`],
    ['names nothing that can be read', () => 'about:blank'],
  ])('of a form leads back to its page if the browser %s', async (_, from) => {
    const { people, html } = await invite(from)

    expect(html).toContain(backTo(`${people}?status=withdrawn`))
    expect(html).not.toContain('elsewhere.example')
  })

  it('of a page leads back to the page whose link she followed, and to none if she typed the address', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: RUNNING })
    await callAs((await insertStaff('tutor', school.institutionId)).sessionId)
    const ask = async (headers: HeadersInit) => {
      const response = await getSettings(
        new Request(`${ORIGIN}/fr/cohorts/${cohort.id}/settings`, { headers }),
        params(cohort),
      )
      expect(response.status).toBe(403)
      return response.text()
    }

    expect(await ask({ referer: `${ORIGIN}/fr/institutions` })).toContain(backTo('/fr/institutions'))
    expect(await ask({})).not.toContain(fr('errors.back'))
    // On a reload the referrer is the page itself, so a link back would be useless.
    expect(await ask({ referer: `${ORIGIN}/fr/cohorts/${cohort.id}/settings` })).not.toContain(fr('errors.back'))
  })
})
