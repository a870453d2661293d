import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getSeminar } from '@/app/[locale]/(public)/seminars/[seminar]/route'
import { GET as getOf } from '@/app/[locale]/(teach)/institutions/[institution]/seminars/route'
import { GET, POST } from '@/app/[locale]/(teach)/seminars/[seminar]/places/route'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { buildPrograms } from '@/scripts/build-programs'
import { db } from '@/server/db/client'
import { env } from '@/server/env'
import { namePeople, previewNamed, setQuota } from '@/server/seminar/name-people'
import { offerPlaces } from '@/server/seminar/offer-places'
import { readPeople } from '@/server/seminar/read-people'
import { answerOffer } from '@/server/seminar/take-place'
import { NOW } from '@/tests/support/exam-room'
import { callAs } from '@/tests/support/next-headers'
import {
  BEGINS,
  invitedInstitution,
  later,
  type MadeSeminar,
  makeSeminar,
  makeTaker,
  mayChangeSeminar,
  placeOf,
  statusesIn,
  take,
} from '@/tests/support/seminar-places'
import { insertStaff, makeInstitution } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  if (!existsSync('built/import-worker.cjs')) await buildPrograms()
})

/** Of a seminar that routes change: they read the clock. */
const IN_THREE_WEEKS = new Date(Date.now() + 21 * 86_400_000)
const ORIGIN = 'http://localhost:3000'
const t = translator('fr')
const ACCEPTS = { accepts: true, language: null, needs: [] }
const addresses = (count: number, mark: string) => Array.from({ length: count }, (_, n) => `${mark}-${n}@example.ma`)

async function linesOf(sent: string) {
  const list = await readPeople(sent)
  if (list.status !== 'read') throw new Error(list.problem)
  return list.lines
}

async function call(who: { sessionId: string } | null, { id }: MadeSeminar, form?: Record<string, string>) {
  await callAs(who?.sessionId ?? null)
  const path = `${ORIGIN}/fr/seminars/${id}/places`
  const headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin', referer: path }
  const init = form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers }
  const props = { params: Promise.resolve({ locale: 'fr', seminar: id }) }
  const response = await (form ? POST : GET)(new Request(path, init), props)
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}

describe('the people whom an institution names', () => {
  it('are pasted from a letter, from a list with headers, or one a line', async () => {
    const read = async (text: string) =>
      (await linesOf(text)).map((row) => (row.read.status === 'person' ? row.read.person : row.read.problem))

    expect(await read('Amina Tazi <a@x.ma>; b@x.ma,\n"أمينة التازي" <c@x.ma>\n\nd.x@x.ma <d@x.ma>')).toMatchObject([
      { email: 'a@x.ma', nameLatin: 'Amina Tazi', nameArabic: '' },
      { email: 'b@x.ma', nameLatin: '' },
      { email: 'c@x.ma', nameArabic: 'أمينة التازي' },
      { email: 'd@x.ma', nameLatin: '' },
    ])
    expect(await read('Nom;Prénom;Courriel\nTazi;Amina;A@X.ma\nAlaoui;Karim;pas une adresse')).toMatchObject([
      { email: 'a@x.ma', nameLatin: 'Amina Tazi' },
      'email',
    ])
    expect(await readPeople('')).toEqual({ status: 'refused', problem: 'empty' })
    expect(await readPeople(addresses(501, 'many').join('\n'))).toEqual({ status: 'refused', problem: 'too-long' })
  })

  it('are read again after each decision about columns, a language or a row, and nothing is stored', async () => {
    const seminar = await makeSeminar({ startsAt: IN_THREE_WEEKS, seats: 30, admission: 'list' })
    const { administrator } = seminar
    const list = 'Dossier;Contact;Qui;Langue\n7;a@x.ma;Amina Tazi;tamazight\n8;pas une adresse;Karim;fr'
    const preview = { act: 'preview', from: 'list' }
    const hidden = (html: string, name: string) => {
      const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
      return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
    }
    const first = await call(administrator, seminar, { ...preview, people: list })
    expect(first.status).toBe(200)
    const carried = (html: string) => ({ ...preview, cells: hidden(html, 'cells'), plan: hidden(html, 'plan') })
    const columns = { 'column.0': '', 'column.1': 'email', 'column.2': 'nameLatin', 'column.3': 'locale' }

    // Two columns for one thing are refused with a sentence, and the list is not lost.
    const twice = await call(administrator, seminar, { ...carried(first.html), ...columns, 'column.0': 'email' })
    expect(twice.html).toContain(t('cohorts.import.files.twice', { column: t('cohorts.import.columns.email') }))
    const second = await call(administrator, seminar, { ...carried(twice.html), ...columns })
    expect(second.html).toContain('tamazight')
    const place = /name="of\.(\d+)" value="tamazight"/.exec(second.html)?.[1]
    const mend = { [`value.${place}`]: 'ar', keep: 'yes', row: '3', 'email.3': 'karim@x.ma' }
    const third = await call(administrator, seminar, { ...carried(second.html), ...columns, ...mend })
    expect(hidden(third.html, 'people')).toContain('"a@x.ma";"";"Amina Tazi";"ar"')
    expect(hidden(third.html, 'people')).toContain('"karim@x.ma";"";"Karim";"fr"')
    expect(await db().seminarRegistration.count({ where: { seminarId: seminar.id } })).toBe(0)
    expect(await db().importRun.count()).toBe(0)

    // The answer about a value is also applied to the next list of the institution.
    const next = await call(administrator, seminar, { ...preview, people: 'E-mail;Langue\nb@x.ma;Tamazight' })
    expect(hidden(next.html, 'people')).toContain('"b@x.ma";"";"";"ar"')
    const broken = { ...preview, cells: '[[1,["<script>"]]]', plan: '{"header":1}' }
    expect((await call(administrator, seminar, broken)).status).toBe(400)
    const sent = { act: 'send', from: 'list', people: hidden(third.html, 'people') }
    expect((await call(administrator, seminar, sent)).to).toContain('named=2')
  })

  it('are as many as its quota, even if two of its staff name people at once', async () => {
    const seminar = await makeSeminar({ seats: 30, admission: 'nomination' })
    const { permit } = await invitedInstitution(seminar, 3)
    const [some, others] = await Promise.all([
      linesOf(addresses(2, `a-${seminar.id}`).join('\n')),
      linesOf(addresses(2, `b-${seminar.id}`).join('\n')),
    ])

    const named = await Promise.all(
      [some, others].map((lines) => namePeople(permit, seminar.id, { lines, locale: 'fr' }, NOW)),
    )

    expect(named.map((one) => ('named' in one ? one.named : one)).toSorted()).toEqual([1, 2])
    expect(await statusesIn(seminar)).toEqual({ nominated: 3 })
    const rows = await previewNamed(permit, seminar.id, await linesOf('z@example.ma'), NOW)
    expect(rows.rows).toMatchObject([{ as: 'over' }])
    expect(await db().mail.count({ where: { kind: 'seminarNomination', to: { contains: seminar.id } } })).toBe(3)
  })

  it('answer themselves: a person who accepts is registered, and a declined place can be given again', async () => {
    const seminar = await makeSeminar({ seats: 5, admission: 'nomination' })
    const { permit } = await invitedInstitution(seminar, 1)
    const [her, guest] = [await makeTaker(), await makeTaker({ guest: true })]
    await namePeople(permit, seminar.id, { lines: await linesOf(guest.email), locale: 'fr' }, NOW)
    // Nobody can take a place by herself where people are named. A nomination does not show whether the address has an
    // account.
    expect(await take(await makeTaker(), seminar)).toEqual({ refused: 'named' })

    expect(await answerOffer(guest, seminar.id, { ...ACCEPTS, accepts: false }, later(1))).toEqual({
      status: 'declined',
    })
    expect(
      await namePeople(permit, seminar.id, { lines: await linesOf(her.email), locale: 'fr' }, later(1)),
    ).toMatchObject({ named: 1 })
    expect(await placeOf(her, seminar)).toMatchObject({ accountId: null, guestEmail: her.email, status: 'nominated' })
    expect(await answerOffer(her, seminar.id, ACCEPTS, later(2))).toEqual({ status: 'registered' })

    expect(await placeOf(her, seminar)).toMatchObject({
      accountId: her.accountId,
      guestEmail: null,
      source: 'nomination',
    })
    expect(await answerOffer(her, seminar.id, ACCEPTS, later(3))).toEqual({ status: 'registered' })
    expect(await namePeople(permit, seminar.id, { lines: await linesOf(her.email), locale: 'fr' }, later(3))).toEqual({
      named: 0,
      waits: 0,
      left: 1,
    })
  })

  it('keep their seats from others until registration closes, and lose them if they do not answer', async () => {
    const registrationClosesAt = later(48)
    const seminar = await makeSeminar({ seats: 3, registrationClosesAt })
    const { permit } = await invitedInstitution(seminar, 2)
    await namePeople(permit, seminar.id, { lines: await linesOf(`lapse-${seminar.id}@example.ma`), locale: 'fr' }, NOW)
    const [first, second] = [await makeTaker(), await makeTaker()]
    expect([await take(first, seminar), await take(second, seminar)]).toEqual([
      { status: 'registered' },
      { status: 'waiting' },
    ])
    await offerPlaces(NOW)
    expect(await statusesIn(seminar)).toEqual({ nominated: 1, registered: 1, waiting: 1 })

    await offerPlaces(registrationClosesAt)

    expect(await statusesIn(seminar)).toEqual({ lapsed: 1, registered: 1, offered: 1 })
  })

  it('have as long to answer as their letter says, also if registration closes earlier by then', async () => {
    const seminar = await makeSeminar({ registrationClosesAt: later(72) })
    const { permit } = await invitedInstitution(seminar, 2)
    const declined = await makeTaker()
    const email = `new-${seminar.id}@example.ma`
    const name = async (who: string) => namePeople(permit, seminar.id, { lines: await linesOf(who), locale: 'fr' }, NOW)
    await name(declined.email)
    await answerOffer(declined, seminar.id, { ...ACCEPTS, accepts: false }, NOW)
    await name(`${declined.email}\n${email}`)

    await db().seminar.update({ where: { id: seminar.id }, data: { registrationClosesAt: later(30) } })
    await offerPlaces(later(71))
    expect(await statusesIn(seminar)).toEqual({ nominated: 2 })
    await offerPlaces(later(72))
    expect(await statusesIn(seminar)).toEqual({ lapsed: 2 })
  })

  it('cannot be named without a quota, nor once the seminar has begun', async () => {
    const seminar = await makeSeminar()
    const { permit } = await invitedInstitution(await makeSeminar(), 4)
    const lines = await linesOf('nobody@example.ma')
    expect(await namePeople(permit, seminar.id, { lines, locale: 'fr' }, NOW)).toEqual({ refused: 'no-quota' })
    const invited = await invitedInstitution(seminar, 4)
    expect(await namePeople(invited.permit, seminar.id, { lines, locale: 'fr' }, BEGINS)).toEqual({ refused: 'over' })
    expect(await statusesIn(seminar)).toEqual({})
  })
})

describe('the list of the organiser', () => {
  it('keeps seats for the first people on it, and lets the others wait', async () => {
    const seminar = await makeSeminar({ seats: 2, admission: 'list' })
    const lines = await linesOf(addresses(3, `list-${seminar.id}`).join('\n'))

    const named = await namePeople(await mayChangeSeminar(seminar), seminar.id, { lines, locale: 'fr' }, NOW)

    expect(named).toEqual({ named: 2, waits: 1, left: 0 })
    expect(await statusesIn(seminar)).toEqual({ nominated: 2, waiting: 1 })
  })

  it('limits the quotas of institutions to the seats that there are', async () => {
    const seminar = await makeSeminar({ seats: 5 })
    await invitedInstitution(seminar, 3)
    const [permit, institutionId] = [await mayChangeSeminar(seminar), await makeInstitution()]

    expect(await setQuota(permit, { institutionId, places: 3 }, NOW)).toBe('seats')
    expect(await setQuota(permit, { institutionId, places: 2 }, NOW)).toBe('saved')
    expect(await take(await makeTaker(), seminar)).toEqual({ status: 'waiting' })
    expect(await setQuota(permit, { institutionId, places: 0 }, NOW)).toBe('saved')
    await offerPlaces(NOW)
    expect(await statusesIn(seminar)).toEqual({ offered: 1 })
  })
})

describe('the page of places', () => {
  it('is for the organiser and for institutions with a quota, and for nobody else', async () => {
    const seminar = await makeSeminar({ startsAt: IN_THREE_WEEKS, seats: 9 })
    const invited = await invitedInstitution(seminar, 2)
    const elsewhere = await insertStaff('administrator', await makeInstitution())
    const tutor = await insertStaff('tutor', seminar.institutionId)

    expect((await call(null, seminar)).to).toContain('/fr/sign-in?next=')
    expect((await call(elsewhere, seminar)).status).toBe(403)
    expect((await call(tutor, seminar)).status).toBe(403)
    expect((await call(seminar.administrator, { ...seminar, id: seminar.institutionId })).status).toBe(404)
    expect((await call(seminar.administrator, seminar)).status).toBe(200)
    expect((await call(invited.administrator, seminar)).status).toBe(200)
    // The invited institution can neither set quotas nor invite people for the organiser or for another institution.
    const forms: Record<string, string>[] = [
      { act: 'quota', institution: invited.institutionId, places: '9' },
      { act: 'preview', from: 'list', people: 'x@example.ma' },
      { act: 'send', from: seminar.institutionId, people: 'x@example.ma' },
    ]
    for (const form of forms) expect((await call(invited.administrator, seminar, form)).status).toBe(403)
    expect(await statusesIn(seminar)).toEqual({})
  })

  it('is linked for an institution with a quota, even if only the invited see the seminar', async () => {
    const seminar = await makeSeminar({ seats: 9, startsAt: new Date(Date.now() + 9 * 86_400_000) })
    await db().seminar.update({ where: { id: seminar.id }, data: { listed: 'invited' } })
    const { administrator, institutionId } = await invitedInstitution(seminar, 2)
    const elsewhere = await insertStaff('administrator', await makeInstitution())
    const tutor = await insertStaff('tutor', institutionId)
    const pages = async (who: { sessionId: string } | null) => {
      await callAs(who?.sessionId ?? null)
      const get = (path: string) => new Request(`${ORIGIN}/fr/${path}`, { headers: { accept: 'text/html' } })
      const params = Promise.resolve({ locale: 'fr', seminar: seminar.id, institution: institutionId })
      const [event, ofInstitution] = [await getSeminar(get('a'), { params }), await getOf(get('b'), { params })]
      return { event, ofInstitution, html: await event.text(), list: await ofInstitution.text() }
    }

    const hers = await pages(administrator)
    expect([hers.event.status, hers.ofInstitution.status]).toEqual([200, 200])
    expect(hers.html).toContain(`href="/fr/seminars/${seminar.id}/places"`)
    expect(hers.html).not.toContain('/edit"')
    expect(hers.list).toContain(`href="/fr/seminars/${seminar.id}/places#quota-${institutionId}"`)
    for (const who of [null, elsewhere, tutor]) expect((await pages(who)).event.status).toBe(404)
    await db().seminar.update({ where: { id: seminar.id }, data: { status: 'draft' } })
    expect((await pages(administrator)).event.status).toBe(404)
  })

  it('previews what will happen, and escapes what was pasted', async () => {
    const seminar = await makeSeminar({ startsAt: IN_THREE_WEEKS, seats: 9 })
    const { administrator, institutionId } = await invitedInstitution(seminar, 1)
    const people = `one-${seminar.id}@example.ma\ntwo-${seminar.id}@example.ma\n<script>alert(1)</script>`

    const shown = await call(administrator, seminar, { act: 'preview', from: institutionId, people })

    expect(shown.status).toBe(200)
    expect(shown.html).not.toContain('<script>alert')
    expect(await statusesIn(seminar)).toEqual({})
    const list = /name="people" value="([^"]*)"/.exec(shown.html)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const sent = await call(administrator, seminar, { act: 'send', from: institutionId, people: list })
    expect(sent).toMatchObject({ status: 303, to: `/fr/seminars/${seminar.id}/places?done=named&named=1&waits=0` })
    expect(await statusesIn(seminar)).toEqual({ nominated: 1 })
  })

  it('shows needs only to the organiser, and only while authorised, and records who saw the people', async () => {
    const seminar = await makeSeminar({ startsAt: IN_THREE_WEEKS, seats: 9 })
    const her = await makeTaker()
    const before = env().needsAuthorisation
    Object.assign(env(), { needsAuthorisation: 'A-TEST-1' })
    try {
      await take(her, seminar, { needs: ['hearing'] })
      const partner = await makeInstitution()
      await db().seminarOrganiser.create({
        data: { seminarId: seminar.id, institutionId: partner, askedAt: NOW, acceptedAt: NOW },
      })
      const colleague = await insertStaff('administrator', partner)

      expect((await call(seminar.administrator, seminar)).html).toContain('>Audition<')
      const theirs = (await call(colleague, seminar)).html
      expect(theirs).toContain(her.email)
      expect(theirs).not.toContain('Audition')
      expect((await call(colleague, seminar, { act: 'quota', institution: partner, places: '2' })).status).toBe(403)
    } finally {
      Object.assign(env(), { needsAuthorisation: before })
    }
    expect((await call(seminar.administrator, seminar)).html).not.toContain('Audition')
    const seen = await db().auditEntry.findMany({ where: { act: 'seminar-place-viewed', subjectId: her.accountId } })
    expect(seen).toHaveLength(2)
  })
})

describe('a delegation', () => {
  const sent = { act: 'send', from: 'delegation', country: 'ES', function: 'judge', language: 'es' }

  it('is invited by the organiser with its country, function and language, which the preview names', async () => {
    const seminar = await makeSeminar({ startsAt: IN_THREE_WEEKS, admission: 'nomination' })
    const email = `delegate-${seminar.id}@example.es`
    const preview = await call(seminar.administrator, seminar, { ...sent, act: 'preview', people: email })
    expect(preview.html).toMatch(/Espagne.{0,20}Magistrat/)
    expect(preview.html).toContain('name="country" value="ES"')
    expect(await statusesIn(seminar)).toEqual({})
    expect((await call(seminar.administrator, seminar, { ...sent, people: email })).status).toBe(303)
    const place = await placeOf({ accountId: null, email }, seminar)
    expect(place).toMatchObject({
      status: 'nominated',
      source: 'list',
      country: 'ES',
      function: 'judge',
      language: 'es',
    })
    expect((await call(seminar.administrator, seminar)).html).toContain('Espagne</div>')
  })

  it('needs a country and a function that exist, and gives back what was typed', async () => {
    const seminar = await makeSeminar({ startsAt: IN_THREE_WEEKS, admission: 'nomination' })
    for (const wrong of [{ country: '' }, { country: '<b>' }, { function: 'king' }, { language: 'xx' }]) {
      const { status, html } = await call(seminar.administrator, seminar, { ...sent, people: 'a@example.es', ...wrong })
      expect(status).toBe(400)
      expect(html).toContain('Choisissez le pays et la fonction')
      expect(html).toContain('a@example.es')
      expect(html).not.toContain('<b>')
    }
    expect(await statusesIn(seminar)).toEqual({})
  })

  it('cannot be invited by another institution, with a quota or without one', async () => {
    const seminar = await makeSeminar({ startsAt: IN_THREE_WEEKS, admission: 'nomination' })
    const partner = await makeInstitution()
    await call(seminar.administrator, seminar, { act: 'quota', institution: partner, places: '2' })
    const colleague = await insertStaff('administrator', partner)
    const elsewhere = await insertStaff('administrator', await makeInstitution())
    for (const who of [colleague, elsewhere])
      expect((await call(who, seminar, { ...sent, people: 'a@example.es' })).status).toBe(403)
    // Fields of a delegation in the form of an institution change nothing.
    const own = { ...sent, from: partner, people: `own-${seminar.id}@example.ma` }
    expect((await call(colleague, seminar, own)).status).toBe(303)
    const place = await placeOf({ accountId: null, email: own.people }, seminar)
    expect(place).toMatchObject({ country: null, function: null, language: null })
  })
})
