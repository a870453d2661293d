import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import { GET as getProceedings } from '@/app/[locale]/(public)/seminars/[seminar]/proceedings/route'
import { GET as getSeminar } from '@/app/[locale]/(public)/seminars/[seminar]/route'
import { GET as getSeminars } from '@/app/[locale]/(public)/seminars/route'
import { GET as getOfCohort } from '@/app/[locale]/(teach)/cohorts/[cohort]/seminars/route'
import { GET as getOf, POST as postOf } from '@/app/[locale]/(teach)/institutions/[institution]/seminars/route'
import { GET as getCancel, POST as postCancel } from '@/app/[locale]/(teach)/seminars/[seminar]/cancel/route'
import { GET as getEdit, POST as postEdit } from '@/app/[locale]/(teach)/seminars/[seminar]/edit/route'
import {
  GET as getOrganisers,
  POST as postOrganisers,
} from '@/app/[locale]/(teach)/seminars/[seminar]/organisers/route'
import { POST as postStatus } from '@/app/[locale]/(teach)/seminars/[seminar]/status/route'
import { GET as getNew, POST as postNew } from '@/app/[locale]/(teach)/seminars/new/route'
import type { Locale } from '@/domain/locale'
import { participationOf } from '@/domain/seminar/proceedings'
import { clockOf, dayOf, nextDay } from '@/domain/time/day'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { videos } from '@/server/content/videos'
import { db } from '@/server/db/client'
import { insertPlace, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { insertRegistration, makeSeminar, seminarOf, sittingAt } from '@/tests/support/seminars'
import { giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>
type Params = Record<'locale' | 'institution' | 'seminar', string>
type Asked = Partial<Params> & { form?: Record<string, string | string[]>; query?: string }

/** Requests a page, or posts its form, as this person. */
async function call(who: { sessionId: string } | null, handler: Handler<Params>, asked: Asked = {}) {
  const { form, query = '', ...params } = asked
  await callAs(who?.sessionId ?? null)
  const body = new FormData()
  for (const [name, values] of Object.entries(form ?? {})) for (const value of [values].flat()) body.append(name, value)
  const { locale = 'fr' } = params
  const request = new Request(`http://localhost:3000/${locale}/x${query}`, {
    headers: { host: 'localhost:3000', accept: 'text/html' },
    ...(form && { method: 'POST', body }),
  })
  const whole = { institution: '', seminar: '', ...params, locale }
  const response = await handler(request, { params: Promise.resolve(whole) })
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() }
}

const DAY_MS = 86_400_000
const t = translator('fr')
const TODAY = dayOf(new Date())
const DAY = nextDay(TODAY, 20)

const NOBODY = participationOf([])
const BY = [{ nameArabic: 'معهد', nameLatin: 'Institut judiciaire' }]

const TYPED = {
  titleFrench: 'Entendre <b>un mineur</b>',
  aimsFrench: 'Préparer.\nConduire.',
  placeFrench: 'Rabat',
  accessFrench: 'Premier étage',
  link: 'https://visio.example/salle',
  seats: '20',
  admission: 'code',
  listed: 'public',
  sittings: '1',
  's0.day': DAY,
  's0.from': '14:00',
  's0.to': '16:30',
  's0.titleFrench': 'Atelier',
  's0.speakersArabic': 'إدريس القياسي، قاض',
  's0.language': 'ar',
  's0.interpretation': ['fr', 'es'],
}

async function host() {
  const institutionId = await makeInstitution('school', 'Institut judiciaire')
  return { institutionId, administrator: await insertStaff('administrator', institutionId) }
}

/** Fills in the form of a new seminar. @returns its id. */
async function createBy({ administrator, institutionId }: Awaited<ReturnType<typeof host>>, typed: object = TYPED) {
  const sent = { form: typed as Asked['form'] & object, query: `?institution=${institutionId}` }
  const { status, to } = await call(administrator, postNew as Handler<Params>, sent)
  expect(status).toBe(303)
  return /seminars\/([0-9a-f-]{36})/.exec(to)?.[1] ?? ''
}

describe('the organiser’s form', () => {
  it('makes a draft, in as many sittings and languages as were given, and shows HTML as text', async () => {
    const school = await host()
    const second = { 's1.day': nextDay(DAY), 's1.from': '9 h 30', 's1.to': '12:00', 's1.language': 'fr' }
    const id = await createBy(school, { ...TYPED, sittings: '2', ...second, 's1.titleEnglish': 'Closing' })

    const seminar = await seminarOf(id)
    expect(seminar).toMatchObject({ status: 'draft', seats: 20, admission: 'code', titles: { fr: TYPED.titleFrench } })
    expect(seminar.sittings.map(({ startsAt, language }) => [dayOf(startsAt), clockOf(startsAt), language])).toEqual([
      [DAY, '14:00', 'ar'],
      [nextDay(DAY), '09:30', 'fr'],
    ])
    expect(seminar.halfDays).toHaveLength(2)
    const { html } = await call(school.administrator, getSeminar, { seminar: id })
    expect(html).toContain('Entendre &lt;b&gt;un mineur&lt;/b&gt;')
    expect(html).toContain(t('seminar.draftNote'))
    // The other languages are named as missing.
    expect(html).toContain(t('seminar.missing', { language: 'arabe, anglais' }))
    const arabic = await call(school.administrator, getSeminar, { seminar: id, locale: 'ar' })
    expect(arabic.html).toContain(translator('ar')('seminar.shownIn', { language: 'الفرنسية' }))
    expect(arabic.html).toContain('إدريس القياسي، قاض')
  })

  it('adds and takes away sittings without a script, and keeps what was typed', async () => {
    const { administrator, institutionId } = await host()
    const query = `?institution=${institutionId}`
    const send = (form: Record<string, string | string[]>) =>
      call(administrator, postNew as Handler<Params>, { form, query })

    const added = await send({ ...TYPED, act: 'add' })
    expect(added.status).toBe(200)
    expect(added.html).toContain('name="s1.day"')
    expect(added.html).toContain('value="Atelier"')
    const removed = await send({ ...TYPED, sittings: '2', 's1.titleFrench': 'Clôture', act: 'remove:0' })
    expect(removed.html).not.toContain('value="Atelier"')
    expect(removed.html).toContain('value="Clôture"')
    expect(await db().seminar.count({ where: { institutionId } })).toBe(0)
  })

  it('comes back with what is wrong, and what was typed', async () => {
    const { administrator, institutionId } = await host()
    const { status, html } = await call(administrator, postNew as Handler<Params>, {
      query: `?institution=${institutionId}`,
      form: { ...TYPED, titleFrench: '', link: 'ftp://visio.example', 's0.to': '13:00' },
    })

    expect(status).toBe(400)
    for (const problem of ['text', 'link', 'order'] as const)
      expect(html).toContain(t(`seminar.form.problems.${problem}`).replaceAll("'", '&#x27;'))
    expect(html).toContain('href="#seminar-s0.to"')
    expect(html).toContain('value="ftp://visio.example"')
    expect(html).toMatch(/value="fr" checked=""|checked="" value="fr"/)
  })

  it('asks which institution if there are several, and refuses a person who administers none', async () => {
    const { administrator, institutionId } = await host()
    expect((await call(administrator, getNew as Handler<Params>)).html).toContain(`?institution=${institutionId}`)
    const another = await makeInstitution('partner', 'Association')
    await giveRole(administrator.accountId, 'administrator', another)

    const { html } = await call(administrator, getNew as Handler<Params>)
    for (const id of [institutionId, another]) expect(html).toContain(`/fr/seminars/new?institution=${id}`)
    expect((await call(await insertPerson(), getNew as Handler<Params>)).status).toBe(403)
    expect((await call(null, getNew as Handler<Params>)).to).toContain('/fr/sign-in')
  })
})

describe('the film of a seminar', () => {
  it('is shown after the seminar was held, with captions and a transcript, to everybody who sees it', async () => {
    const school = await host()
    const { id, version } = await makeSeminar(school)
    const recording = 'see-and-call'
    const send = (film: string) =>
      call(school.administrator, postEdit, {
        seminar: id,
        form: { ...TYPED, version: String(version), recording: film },
      })
    const refused = await send('another-film')
    expect(refused.status).toBe(400)
    expect(refused.html).toContain('value="another-film"')
    expect((await send(recording)).to).toContain(`/seminars/${id}?done=`)
    const show = async (handler = getSeminar, locale: Locale = 'fr') =>
      (await call(null, handler, { seminar: id, locale })).html
    expect(await show()).not.toContain('<video')

    await db().seminar.update({
      where: { id },
      data: { status: 'held', proceedingsAt: new Date(), participation: NOBODY, proceedingsBy: BY },
    })
    const cues = videos()[recording]?.captions.ar ?? []
    for (const html of [await show(getSeminar, 'ar'), await show(getProceedings, 'ar')]) {
      expect(html).toContain(`src="/media/${recording}/film.mp4"`)
      expect(html).toMatch(/<track kind="captions" srcLang="ar"[^>]* default=""/)
      expect(html).toContain(`<li>${cues[0]?.text}</li>`)
    }
    // The files of the recording are no longer on the site.
    await db().seminar.update({ where: { id }, data: { recording: 'gone' } })
    for (const html of [await show(), await show(getProceedings)]) expect(html).not.toContain('<video')
  })
})

describe('the life of a seminar', () => {
  it('is announced, moved, and cancelled, and says each time what was done', async () => {
    const school = await host()
    const { administrator } = school
    const id = await createBy(school)
    const person = await insertPerson()
    await insertRegistration(id, person)
    const show = (who: typeof administrator | null) => call(who, getSeminar, { seminar: id })

    expect((await show(person)).status).toBe(404)
    const opened = await call(administrator, postStatus, { seminar: id, form: { act: 'open' } })
    expect(opened.to).toBe(`/fr/seminars/${id}?done=open`)
    expect((await show(null)).status).toBe(200)
    expect((await call(administrator, postStatus, { seminar: id, form: { act: 'open' } })).status).toBe(409)

    const edit = await call(administrator, getEdit, { seminar: id })
    expect(edit.html).toContain(t('seminar.form.tellsLead', { count: 1 }))
    const version = /name="version" value="(\d+)"/.exec(edit.html)?.[1] ?? ''
    const moved = { ...TYPED, version, 's0.day': nextDay(DAY) }
    const review = (await call(administrator, postEdit, { seminar: id, form: moved })).html
    expect(review).toContain(t('seminar.review.told', { count: 1 }))
    const reviewed = /name="reviewed" value="([^"]+)"/.exec(review)?.[1] ?? ''
    const confirmed = { ...moved, reviewed }
    expect((await call(administrator, postEdit, { seminar: id, form: confirmed })).to).toContain('?done=told')
    expect((await call(administrator, postEdit, { seminar: id, form: { ...moved, 's0.day': DAY } })).status).toBe(409)
    expect((await show(person)).html).toContain(t('seminar.moved'))

    const asked = await call(administrator, getCancel, { seminar: id })
    expect(asked.html).toContain(t('seminar.cancel.submit', { count: 1 }))
    expect((await call(administrator, postCancel, { seminar: id, form: { reasonFrench: ' ' } })).status).toBe(400)
    const reason = { reasonFrench: 'Salle <i>fermée</i>' }
    expect((await call(administrator, postCancel, { seminar: id, form: reason })).to).toContain('?done=cancel')
    expect((await show(person)).html).toContain('Salle &lt;i&gt;fermée&lt;/i&gt;')
    expect((await call(administrator, getCancel, { seminar: id })).status).toBe(409)
    const letters = await db().mail.findMany({ where: { to: person.email }, orderBy: { createdAt: 'asc' } })
    expect(letters.map(({ kind }) => kind)).toEqual(['seminarChanged', 'seminarCancelled'])
  })

  it('shows the link only to registered people, from an hour before', async () => {
    const school = await host()
    const link = 'https://visio.example/salle'
    const at = (hours: number) => makeSeminar(school, { link, sittings: [sittingAt(new Date(), hours)] })
    const [soon, later] = [await at(0.9), await at(1.1)]
    const [registered, waiting] = [await insertPerson(), await insertPerson()]
    for (const { id } of [soon, later]) {
      await insertRegistration(id, registered)
      await insertRegistration(id, waiting, 'waiting')
    }
    const shows = async (who: typeof registered | null, { id }: { id: string }) =>
      (await call(who, getSeminar, { seminar: id })).html.includes(link)

    expect(await shows(registered, soon)).toBe(true)
    for (const [who, seminar] of [
      [waiting, soon],
      [null, soon],
      [school.administrator, soon],
      [registered, later],
    ] as const)
      expect(await shows(who, seminar)).toBe(false)
  })
})

describe('the day of a seminar', () => {
  it('leads registered people to the page for the code during check-in', async () => {
    const school = await host()
    const at = (hours: number) => makeSeminar(school, { sittings: [sittingAt(new Date(), hours)] })
    const [now, later, over] = [await at(0.9), await at(1.1), await at(-3)]
    const [registered, waiting, other] = [await insertPerson(), await insertPerson(), await insertPerson()]
    for (const { id } of [now, later, over]) await insertRegistration(id, registered)
    await insertRegistration(now.id, waiting, 'waiting')
    await insertRegistration(later.id, other)
    const leads = async (who: typeof registered | null, { id }: { id: string }) =>
      (await call(who, getSeminar, { seminar: id })).html.includes('href="/fr/c"')
    const learning = async (who: typeof registered) =>
      (await call(who, getLearning as Handler<Params>)).html.split('href="/fr/c"').length - 1

    expect(await leads(registered, now)).toBe(true)
    for (const [who, seminar] of [
      [registered, later],
      [registered, over],
      [waiting, now],
      [null, now],
    ] as const)
      expect(await leads(who, seminar)).toBe(false)
    expect([await learning(registered), await learning(other)]).toEqual([1, 0])
    await db().seminarHalfDay.updateMany({ where: { seminarId: now.id }, data: { checkInClosedAt: new Date() } })
    expect(await leads(registered, now)).toBe(false)
    expect(await learning(registered)).toBe(0)
  })

  it('leads a tutor of its cohort to the room, the list and the sheet, and to nothing that she may not do', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const tutor = await insertStaff('tutor', school.institutionId)
    await db().cohortTutor.create({ data: { cohortId: cohort.id, accountId: tutor.accountId } })
    const { id } = await makeSeminar(school, { cohortId: cohort.id })
    const ways = async (who: typeof tutor) => {
      const { html } = await call(who, getSeminar, { seminar: id })
      const found = [...html.matchAll(new RegExp(`href="/fr/seminars/${id}/([a-z]+)"`, 'g'))].map(([, end]) => end)
      return [...new Set(found)].filter((end) => end !== 'registration').toSorted()
    }

    expect(await ways(tutor)).toEqual(['attendance', 'room', 'sheet'])
    const all = ['attendance', 'cancel', 'edit', 'materials', 'organisers', 'places', 'room', 'sheet']
    expect(await ways(school.administrator)).toEqual(all)
    expect(await ways(await insertStaff('tutor', school.institutionId))).toEqual([])
  })
})

describe('the pages of seminars', () => {
  it('list seminars in each language and by month, and “my learning” shows a learner her own', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const learner = await insertPerson()
    await insertPlace(cohort, { status: 'active', accountId: learner.accountId, email: learner.email })
    const startsAt = new Date(Date.now() + 3 * DAY_MS)
    const { id } = await makeSeminar(school, {
      cohortId: cohort.id,
      courseId: school.courseId,
      titles: { fr: 'Séminaire de la promotion' },
      sittings: [sittingAt(startsAt, 0)],
    })
    const path = (locale: Locale) => `/${locale}/seminars/${id}`

    for (const locale of ['ar', 'fr', 'en'] as const) {
      const list = await call(null, getSeminars as Handler<Params>, { locale })
      expect(list.html).toContain(path(locale))
    }
    const month = await call(null, getSeminars as Handler<Params>, {
      query: `?view=month&m=${dayOf(startsAt).slice(0, 7)}`,
    })
    expect(month.html).toContain('class="cal"')
    expect(month.html).toContain(path('fr'))
    expect((await call(learner, getLearning as Handler<Params>)).html).toContain(path('fr'))
    expect((await call(await insertPerson(), getLearning as Handler<Params>)).html).not.toContain(path('fr'))

    const test = `/fr/learning/tests/${cohort.id}/${school.courseId}/before`
    expect((await call(learner, getSeminar, { seminar: id })).html).not.toContain(test)
    const { courseId, releaseId } = cohort
    await db().testForms.create({ data: { cohortId: cohort.id, courseId, releaseId, before: [], after: [] } })
    expect((await call(learner, getSeminar, { seminar: id })).html).toContain(test)
    expect((await call(null, getSeminar, { seminar: id })).html).not.toContain(test)
  })

  it('let the organiser ask an institution, which answers on its own page', async () => {
    const [school, partner] = [await host(), await host()]
    const { id } = await makeSeminar(school)
    const ask = (form: Record<string, string>) => call(school.administrator, postOrganisers, { seminar: id, form })

    expect((await ask({ institution: '' })).status).toBe(400)
    expect((await ask({ institution: partner.institutionId })).status).toBe(303)
    expect((await call(school.administrator, getOrganisers, { seminar: id })).html).toContain(
      t('seminar.organisers.states.asked'),
    )
    const page = await call(partner.administrator, getOf, { institution: partner.institutionId })
    expect(page.html).toContain(t('seminar.organisers.accept'))
    const answer = (who: typeof partner, form: Record<string, string>) =>
      call(who.administrator, postOf, { institution: who.institutionId, form })
    expect((await answer(partner, { seminar: id, answer: 'perhaps' })).status).toBe(400)
    expect((await answer(partner, { seminar: id, answer: 'accept' })).status).toBe(303)
    const event = await call(null, getSeminar, { seminar: id })
    expect(event.html.match(/Institut judiciaire/g)).toHaveLength(2)
    expect((await call(partner.administrator, getEdit, { seminar: id })).status).toBe(403)
    expect((await call(partner.administrator, getSeminar, { seminar: id })).html).not.toContain(t('seminar.edit'))
  })
})

it('the seminars of a cohort are on a page for its staff, which leads an administrator to a new one', async () => {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  const tutor = await insertStaff('tutor', school.institutionId)
  await db().cohortTutor.create({ data: { cohortId: cohort.id, accountId: tutor.accountId, addedAt: new Date() } })
  const draft = await makeSeminar(school, { cohortId: cohort.id, titles: { fr: 'Au programme' } }, [])
  const alone = await makeSeminar(school, { titles: { fr: 'Hors programme' } }, ['open'])
  const pageFor = async (who: { sessionId: string } | null) => {
    await callAs(who?.sessionId ?? null)
    const request = new Request('http://localhost:3000/fr/x', { headers: { accept: 'text/html' } })
    const response = await getOfCohort(request, { params: Promise.resolve({ locale: 'fr', cohort: cohort.id }) })
    return { status: response.status, html: await response.text() }
  }

  const hers = await pageFor(school.administrator)
  expect(hers.html).toContain(`href="/fr/seminars/${draft.id}"`)
  expect(hers.html).not.toContain(alone.id)
  const form = `/fr/seminars/new?institution=${school.institutionId}&amp;cohort=${cohort.id}`
  expect(hers.html).toContain(`href="${form}"`)
  const theirs = await pageFor(tutor)
  expect(theirs.html).toContain(`href="/fr/seminars/${draft.id}"`)
  expect(theirs.html).not.toContain('/seminars/new?')
  const other = await makeSchool()
  expect((await pageFor(other.administrator)).status).toBe(403)
  expect((await pageFor(await insertPerson())).status).toBe(403)

  const chosen = async (id: string, who = school) => {
    const query = `?institution=${who.institutionId}&cohort=${id}`
    const { html } = await call(who.administrator, getNew as Handler<Params>, { query })
    return new RegExp(`<option[^>]*(value="${id}" selected=""|selected="" value="${id}")`).test(html)
  }
  expect([await chosen(cohort.id), await chosen(cohort.id, other)]).toEqual([true, false])
  await db().cohort.update({ where: { id: cohort.id }, data: { archivedAt: new Date() } })
  expect((await pageFor(school.administrator)).html).not.toContain('/seminars/new?')
})
