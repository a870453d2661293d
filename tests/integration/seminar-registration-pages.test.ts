import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getEvent } from '@/app/[locale]/(public)/seminars/[seminar]/ics/route'
import { GET, POST } from '@/app/[locale]/(public)/seminars/[seminar]/registration/route'
import { POST as postClaim } from '@/app/[locale]/(public)/seminars/claim/route'
import type { Letter } from '@/domain/letter/letter'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { executeRetention } from '@/server/account-removal/retention'
import { seminarEntries } from '@/server/calendar-file/seminar-entries'
import { writeCalendar } from '@/server/calendar-file/write-calendar'
import { db } from '@/server/db/client'
import { uniteRegistrations } from '@/server/db/merge/merge-people'
import { findPersonalData } from '@/server/db/retention/personal-data'
import { env } from '@/server/env'
import { writeLetter } from '@/server/mail/letter'
import { writeDigests } from '@/server/mail/write-digests'
import { cancelSeminar } from '@/server/seminar/change-status'
import { guestToken } from '@/server/seminar/guest-link'
import { remindOfSeminars } from '@/server/seminar/remind'
import { type Taker, withdraw } from '@/server/seminar/take-place'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import {
  type MadeSeminar,
  makeSeminar,
  makeTaker,
  mayChangeSeminar,
  placeOf,
  statusesIn,
  take,
} from '@/tests/support/seminar-places'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const ORIGIN = 'http://localhost:3000'
const DAY_MS = 86_400_000
const NOW = new Date()
const ahead = (days: number) => new Date(NOW.getTime() + days * DAY_MS)
const soon = (given: Parameters<typeof makeSeminar>[0] = {}) => makeSeminar({ startsAt: ahead(21), ...given })

type Asked = { query?: string; form?: Record<string, string> }

async function open({ id }: Pick<MadeSeminar, 'id'>, { query = '', form }: Asked = {}, locale = 'fr') {
  const path = `${ORIGIN}/${locale}/seminars/${id}/registration${query}`
  const headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin', referer: path }
  const init = form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers }
  const response = await (form ? POST : GET)(new Request(path, init), {
    params: Promise.resolve({ locale, seminar: id }),
  })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}

async function letterTo(email: string) {
  const mail = await db().mail.findFirstOrThrow({ where: { to: email }, orderBy: { createdAt: 'desc' } })
  return mail.letter as unknown as Letter
}

async function askAsGuest(seminar: MadeSeminar) {
  const { email } = await makeTaker({ guest: true })
  const form = { act: 'ask', email, nameLatin: 'Fatima Alaoui', nameArabic: 'فاطمة العلوي' }
  const asked = await open(seminar, { form })
  return { email, asked, query: new URL((await letterTo(email)).link).search }
}

describe('a guest', () => {
  it('registers by a letter to her address: the link opens, the button registers, once', async () => {
    await callAs(null)
    const seminar = await soon()
    const { email, asked, query } = await askAsGuest(seminar)
    expect(asked.to).toBe(`/fr/seminars/${seminar.id}/registration?sent=yes`)

    // A program that scans mails opens the link; that stores nothing.
    expect((await open(seminar, { query })).html).toContain(email)
    expect(await statusesIn(seminar)).toEqual({})
    for (const _ of [1, 2]) {
      const sent = await open(seminar, { query, form: { act: 'register', sequence: '0' } })
      expect(sent).toMatchObject({ status: 303, to: `/fr/seminars/${seminar.id}/registration${query}` })
    }
    expect(await db().seminarRegistration.findMany({ where: { seminarId: seminar.id } })).toMatchObject([
      { guestEmail: email, guestNameLatin: 'Fatima Alaoui', status: 'registered', accountId: null, locale: 'fr' },
    ])

    await open(seminar, { query, form: { act: 'withdraw' } })
    // Opening the same link does not take the place again.
    expect((await open(seminar, { query })).html).toContain('Vous avez libéré votre place.')
    expect(await statusesIn(seminar)).toEqual({ withdrawn: 1 })
  })

  it('has a link that works only for her place, even if it is forwarded', async () => {
    const [seminar, other] = [await soon({ seats: 5 }), await soon()]
    await callAs(null)
    const { email, query } = await askAsGuest(seminar)
    await open(seminar, { query, form: { act: 'register', sequence: '0' } })
    const colleague = await insertPerson({ locale: 'fr' })
    await callAs(colleague.sessionId)

    // Another person who is signed in does not get a place of her own by the link.
    await open(seminar, { query, form: { act: 'register', sequence: '0' } })
    expect(await statusesIn(seminar)).toEqual({ registered: 1 })
    expect(await db().seminarRegistration.count({ where: { accountId: colleague.accountId } })).toBe(0)
    // Nor can she claim the place with it.
    await open(seminar, { query, form: { act: 'claim' } })
    expect(await placeOf({ accountId: null, email } as Taker, seminar)).toMatchObject({ accountId: null })
    // The link has no effect in another seminar, and neither has a changed or an expired link.
    await callAs(null)
    const wrong = [query, `${query}x`, '?guest=', `?guest=${'a'.repeat(3000)}`]
    const ended = { email, nameArabic: '', nameLatin: '', locale: 'fr', until: ahead(-1) } as const
    for (const one of [...wrong, `?guest=${await guestToken(other.id, ended)}`]) {
      const sent = await open(other, { query: one, form: { act: 'register', sequence: '0' } })
      expect(sent.to).toContain('/fr/sign-in')
    }
    expect(await statusesIn(other)).toEqual({})
  })

  it('can open her place by that link until after the seminar, but register no more by it', async () => {
    await callAs(null)
    const seminar = await soon()
    const guest = {
      nameArabic: '',
      nameLatin: 'Fatima',
      locale: 'fr',
      until: ahead(-1),
      placeUntil: ahead(40),
    } as const
    const taker = await makeTaker({ guest: true })
    const query = `?guest=${await guestToken(seminar.id, { ...guest, email: taker.email })}`
    const register = { query, form: { act: 'register', sequence: '0' } }
    expect((await open(seminar, register)).to).toContain('/fr/sign-in')
    await take(taker, seminar, {}, NOW)
    expect((await open(seminar, { query })).html).toContain(translator('fr')('registration.registered'))
    const over = { ...guest, email: taker.email, placeUntil: ahead(-1) }
    expect((await open(seminar, { query: `?guest=${await guestToken(seminar.id, over)}` })).html).not.toContain(
      translator('fr')('registration.registered'),
    )
  })

  it('gets the same answer if her address is known, and an error for a malformed address', async () => {
    await callAs(null)
    const seminar = await soon()
    const known = await insertPerson()
    const names = { nameLatin: 'Fatima Alaoui', nameArabic: 'فاطمة العلوي' }
    const sent = await open(seminar, { form: { act: 'ask', email: known.email, ...names } })
    expect(sent.to).toBe(`/fr/seminars/${seminar.id}/registration?sent=yes`)
    const wrong = await open(seminar, { form: { act: 'ask', email: '<b>x</b>', ...names } })
    expect(wrong.status).toBe(400)
    expect(wrong.html).not.toContain('<b>x</b>')
  })

  it('can add her places to the account of the same address, as its owner only', async () => {
    const seminar = await soon()
    const guest = await makeTaker({ guest: true })
    await take(guest, seminar, {}, NOW)
    const { sessionId, accountId } = await insertPerson({ email: guest.email, locale: 'fr' })
    const claim = async () => {
      const headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }
      const request = new Request(`${ORIGIN}/fr/seminars/claim`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(),
      })
      return (await postClaim(request, { params: Promise.resolve({ locale: 'fr' }) })).headers.get('location')
    }
    await callAs((await insertPerson()).sessionId)
    await claim()
    expect(await placeOf(guest, seminar)).toMatchObject({ accountId: null })
    await callAs(sessionId)
    expect((await open(seminar)).html).toContain('Rattacher à mon compte')
    expect(await claim()).toBe('/fr/learning')
    expect(await placeOf({ ...guest, accountId }, seminar)).toMatchObject({ accountId, guestEmail: null })
  })
})

describe('the page of a place', () => {
  it.each(['ar', 'fr', 'en'])('shows in %s a free seat, her place, a full seminar and a rank', async (locale) => {
    const seminar = await soon({ seats: 1, titles: { fr: '<b>Audition</b>' } })
    const [her, next] = [await insertPerson(), await insertPerson()]
    await callAs(her.sessionId)
    const free = await open(seminar, {}, locale)
    expect(free.html).not.toContain('<b>Audition')
    expect(free.html).toContain('name="sequence" value="0"')
    await open(seminar, { form: { act: 'register', sequence: '0' } }, locale)
    expect((await open(seminar, {}, locale)).html).toContain('value="withdraw"')
    await callAs(next.sessionId)
    expect((await open(seminar, {}, locale)).html).toContain('note warn')
    await open(seminar, { form: { act: 'register', sequence: '0' } }, locale)
    expect((await open(seminar, {}, locale)).html).toMatch(/chip warn/)
    expect(await statusesIn(seminar)).toEqual({ registered: 1, waiting: 1 })
  })

  it('names another seminar at the same hours, and lets her register all the same', async () => {
    const [one, other] = [await soon(), await soon()]
    const her = await insertPerson()
    await callAs(her.sessionId)
    await open(one, { form: { act: 'register', sequence: '0' } })

    expect((await open(other)).html).toContain(`/fr/seminars/${one.id}"`)
    await open(other, { form: { act: 'register', sequence: '0' } })
    expect(await statusesIn(other)).toEqual({ registered: 1 })
  })

  it('shows the next seminar if registration is closed, and the reason of a cancellation', async () => {
    const closed = await soon({ status: 'closed' })
    const next = await db().seminar.create({
      data: {
        institutionId: closed.institutionId,
        status: 'open',
        titles: { fr: 'La suite' },
        startsAt: ahead(40),
        endsAt: ahead(41),
      },
    })
    await callAs(null)
    expect((await open(closed)).html).toContain(`/fr/seminars/${next.id}"`)
    await db().seminar.update({
      where: { id: closed.id },
      data: { status: 'cancelled', cancelReason: { fr: 'Intervenants empêchés' } },
    })
    expect((await open(closed)).html).toContain('Intervenants empêchés')
  })

  it('is not found by strangers for a draft, or for a seminar for the invited', async () => {
    const [draft, invited] = [await soon({ status: 'draft' }), await soon({ listed: 'invited' })]
    const [her, stranger] = [await insertPerson(), await insertPerson()]
    await db().seminarRegistration.create({
      data: { seminarId: invited.id, guestEmail: her.email, status: 'nominated', statusSince: NOW, source: 'list' },
    })
    for (const who of [null, stranger]) {
      await callAs(who?.sessionId ?? null)
      for (const one of [draft, invited]) expect((await open(one)).status).toBe(404)
      expect((await open(invited, { form: { act: 'register', sequence: '0' } })).status).toBe(404)
    }
    await callAs(her.sessionId)
    expect((await open(invited)).html).toContain('value="accept"')
    await open(invited, { form: { act: 'accept', sequence: '0' } })
    expect(await statusesIn(invited)).toEqual({ registered: 1 })
  })

  it('links to the page of the seminar only if the guest may see it', async () => {
    const seminar = await soon({ listed: 'invited' })
    const guest = await makeTaker({ guest: true })
    const place = { seminarId: seminar.id, statusSince: NOW, source: 'list', status: 'registered' }
    await db().seminarRegistration.create({ data: { ...place, guestEmail: guest.email, locale: 'fr' } })
    await callAs(null)
    const change = await mayChangeSeminar(seminar)
    await cancelSeminar(change, { fr: 'Intervenants empêchés' }, NOW)

    const letter = await letterTo(guest.email)
    const query = new URL(letter.link).search
    expect(new URL(letter.link).pathname).toBe(`/fr/seminars/${seminar.id}/registration`)
    const { status, html } = await open(seminar, { query })
    expect(status).toBe(200)
    expect(html).not.toContain(`href="/fr/seminars/${seminar.id}"`)
    expect(html).toContain('href="/fr/seminars"')
    await db().seminar.update({ where: { id: seminar.id }, data: { listed: 'public' } })
    expect((await open(seminar, { query })).html).toContain(`href="/fr/seminars/${seminar.id}"`)
  })

  it('shows the changed days again before she can register', async () => {
    const seminar = await soon()
    await callAs((await insertPerson()).sessionId)
    await db().seminar.update({ where: { id: seminar.id }, data: { sequence: 1 } })

    const sent = await open(seminar, { form: { act: 'register', sequence: '0' } })

    expect(sent.status).toBe(409)
    expect(sent.html).toContain('name="sequence" value="1"')
    expect(await statusesIn(seminar)).toEqual({})
  })
})

describe('needs', () => {
  it('need consent, end with the place, and are deleted 30 days after the seminar', async () => {
    const before = env().needsAuthorisation
    Object.assign(env(), { needsAuthorisation: 'A-TEST-1' })
    try {
      const seminar = await soon()
      const her = await insertPerson({ locale: 'fr' })
      await callAs(her.sessionId)
      const needs = () => db().seminarNeed.count({ where: { registration: { seminarId: seminar.id } } })
      expect((await open(seminar)).html).toContain('A-TEST-1')
      const form = { act: 'register', sequence: '0', needs: 'hearing' }
      expect((await open(seminar, { form })).status).toBe(400)
      expect(await statusesIn(seminar)).toEqual({})
      await open(seminar, { form: { ...form, needsConsent: 'yes' } })
      expect((await findPersonalData(db(), her.accountId)).SeminarNeed).toMatchObject([
        { hearing: true, access: false },
      ])
      await open(seminar, { form: { act: 'withdraw' } })
      expect(await needs()).toBe(0)

      await open(seminar, { form: { ...form, needsConsent: 'yes' } })
      const ends = (days: number) =>
        db().seminar.update({ where: { id: seminar.id }, data: { startsAt: ahead(days - 1), endsAt: ahead(days) } })
      await ends(-29)
      await executeRetention(NOW)
      expect(await needs()).toBe(1)
      await ends(-31)
      await executeRetention(NOW)
      expect(await needs()).toBe(0)
      expect(await statusesIn(seminar)).toEqual({ registered: 1 })
    } finally {
      Object.assign(env(), { needsAuthorisation: before })
    }
  })
})

describe('the calendar', () => {
  const event = async ({ id }: { id: string }, query = '') => {
    const path = `${ORIGIN}/fr/seminars/${id}/ics${query}`
    return getEvent(new Request(path), { params: Promise.resolve({ locale: 'fr', seminar: id }) })
  }

  it('has one event by UTC instants, which keeps its id when it is cancelled', async () => {
    await callAs(null)
    const startsAt = new Date('2099-02-20T09:00:00Z')
    const seminar = await makeSeminar({ startsAt })
    const answer = await event(seminar)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await answer.text()
    expect(text).toContain('METHOD:PUBLISH\r\n')
    for (const line of ['DTSTART:20990220T090000Z', 'DTEND:20990220T120000Z', 'SEQUENCE:0', 'STATUS:CONFIRMED'])
      expect(text).toContain(`${line}\r\n`)
    expect(text).toContain(`UID:seminar-${seminar.id}@localhost:3000\r\n`)
    await db().seminar.update({
      where: { id: seminar.id },
      data: { status: 'cancelled', cancelledAt: NOW, cancelReason: { fr: 'x' }, sequence: 1 },
    })
    const gone = await (await event(seminar)).text()
    for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1']) expect(gone).toContain(`${line}\r\n`)
    expect(gone).toContain(`UID:seminar-${seminar.id}@localhost:3000\r\n`)
  })

  it('links to the page of a seminar for the invited only for people who may see it', async () => {
    const seminar = await soon({ listed: 'invited', seats: 5 })
    const [her, guest] = [await insertPerson({ locale: 'fr' }), await makeTaker({ guest: true })]
    await take({ ...guest, ...her, email: her.email }, seminar, {}, NOW)
    await take(guest, seminar, {}, NOW)
    await callAs(null)
    const { accountId: _, ...named } = guest
    const token = await guestToken(seminar.id, { ...named, until: ahead(1) })
    const text = await (await event(seminar, `?guest=${token}`)).text()
    expect(text).toContain('BEGIN:VEVENT')
    expect(text).not.toMatch(/^URL|guest=/m)
    await callAs(her.sessionId)
    expect((await (await event(seminar)).text()).replaceAll(/\r\n[ \t]/g, '')).toContain(
      `URL;VALUE=URI:http://localhost:3000/fr/seminars/${seminar.id}`,
    )
  })

  it('lets typed text add no line, and folds long lines', async () => {
    await callAs(null)
    const injected = 'Titre\r\nATTENDEE:mailto:x@evil.example\nBEGIN:VALARM\u2028END:VEVENT\r;,\\'
    const seminar = await soon({ titles: { fr: injected + 'ن'.repeat(90) } })
    await db().seminar.update({
      where: { id: seminar.id },
      data: { place: { fr: 'Fès\r\nATTACH:http://evil.example' } },
    })

    const text = await (await event(seminar)).text()

    const lines = text.split('\r\n')
    for (const line of lines) {
      expect(line).not.toMatch(/^(ATTENDEE|ATTACH|BEGIN:VALARM)/)
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/[\r\n\u2028]/)
    }
    expect(lines.filter((line) => line.startsWith('END:VEVENT'))).toHaveLength(1)
    expect(text.replaceAll(/\r\n[ \t]/g, '')).toContain('\\;\\,\\\\')
  })

  it('is refused where the page of the seminar is refused', async () => {
    await callAs(null)
    expect((await event(await soon({ status: 'draft' }))).status).toBe(404)
    expect((await event(await soon({ listed: 'invited' }))).status).toBe(404)
    expect((await event({ id: 'none' })).status).toBe(404)
  })

  it('of a person has the seminars in which she has a seat, and no link to the room', async () => {
    const [mine, cancelled, waits] = [await soon(), await soon(), await soon({ seats: 1 })]
    await db().seminar.updateMany({ where: { id: mine.id }, data: { link: 'https://visio.example/secret' } })
    const her = await makeTaker()
    await take(await makeTaker(), waits, {}, NOW)
    for (const one of [mine, cancelled, waits]) await take(her, one, {}, NOW)
    await db().seminar.update({ where: { id: cancelled.id }, data: { status: 'cancelled', sequence: 1 } })

    const entries = await seminarEntries({ accountId: her.accountId ?? '', locale: 'fr', since: NOW }, NOW)

    expect(entries.map(({ uid }) => uid).toSorted()).toEqual(
      [`seminar-${mine.id}`, `seminar-${cancelled.id}`].toSorted(),
    )
    const text = writeCalendar(entries, 'fr', NOW)
    expect(text.match(/STATUS:CANCELLED/g)).toHaveLength(1)
    expect(text).not.toContain('visio')
  })
})

describe('the letter to a person who has just got a place', () => {
  it.each([true, false])('says that it is hers, with the entry for her calendar (guest: %s)', async (guest) => {
    await callAs(null)
    const seminar = await soon()
    const { email } = guest ? await askAsGuest(seminar) : await makeTaker()
    if (guest) {
      const asked = writeLetter(await letterTo(email))
      // The page says to keep it: the same link opens the place later.
      expect(asked.text).not.toContain(translator('fr')('mail.validUntil', { date: '' }).slice(-20))
      expect(asked.text).toContain('gardez ce courrier')
      await open(seminar, {
        query: new URL((await letterTo(email)).link).search,
        form: { act: 'register', sequence: '0' },
      })
    } else {
      const { id: accountId } = await db().account.findUniqueOrThrow({ where: { email } })
      await take({ accountId, email, nameArabic: 'فاطمة', nameLatin: 'Fatima', locale: 'fr' }, seminar)
    }
    const letter = writeLetter(await letterTo(email))
    expect(letter.subject).toBe(translator('fr')('mail.seminarRegistered.subject', { seminar: 'Entendre un mineur' }))
    expect(letter.calendar?.content).toContain(`UID:seminar-${seminar.id}@`)
    expect(letter.calendar?.content).toContain('SEQUENCE:0')
    // A calendar may be shared: the secret link of a guest is in the letter alone.
    expect(letter.text.includes('guest=')).toBe(guest)
    expect(letter.calendar?.content).not.toContain('guest=')
  })

  it('is sent once, however often she presses', async () => {
    const [seminar, her] = [await soon(), await makeTaker()]
    await Promise.all([take(her, seminar), take(her, seminar), take(her, seminar)])
    const letters = await db().mail.findMany({ where: { to: her.email } })
    expect(letters.map(({ kind }) => kind)).toEqual(['seminarRegistered'])
  })
})

describe('letters before a seminar', () => {
  const startsAt = new Date('2027-03-18T09:00:00Z')
  const at = (day: number, hour = 10) => new Date(Date.UTC(2027, 2, day, hour))
  const kindsTo = async ({ email }: Taker) =>
    (await db().mail.findMany({ where: { to: email }, orderBy: { createdAt: 'asc' } })).map(({ kind }) => kind)

  it('go a week and a day before, once, to those with a seat; to a guest the day before', async () => {
    const seminar = await makeSeminar({ startsAt, seats: 3 })
    const [her, guest, late, waits] = [
      await makeTaker(),
      await makeTaker({ guest: true }),
      await makeTaker(),
      await makeTaker(),
    ]
    for (const one of [her, guest]) await take(one, seminar, {}, at(1))
    await take(late, seminar, {}, at(17, 8))
    await take(waits, seminar, {}, at(17, 8))

    for (const [day, hour] of [
      [10, 10],
      [11, 5],
      [11, 10],
      [11, 11],
      [12, 10],
      [17, 10],
      [17, 11],
      [18, 7],
    ] as const)
      await remindOfSeminars(at(day, hour))

    expect(await kindsTo(her)).toEqual(['seminarRegistered', 'seminarReminder', 'seminarReminder'])
    expect(await kindsTo(guest)).toEqual(['seminarRegistered', 'seminarGuestReminder'])
    expect([await kindsTo(late), await kindsTo(waits)]).toEqual([['seminarRegistered'], []])
    // If the days are changed, people are reminded of the new ones.
    await db().seminar.update({ where: { id: seminar.id }, data: { startsAt: at(26), endsAt: at(26, 12) } })
    await remindOfSeminars(at(25, 10))
    expect(await kindsTo(guest)).toHaveLength(3)
  })

  it('stay within the budget of a person, and leave out what would come too late', async () => {
    const her = await makeTaker()
    for (const offset of [0, 1, 2]) {
      const seminar = await makeSeminar({ startsAt: new Date(startsAt.getTime() + offset * 3_600_000) })
      await take(her, seminar, {}, at(1))
    }
    await remindOfSeminars(at(17, 10))
    const reminders = (await kindsTo(her)).filter((kind) => kind !== 'seminarRegistered')
    expect(reminders).toEqual(['seminarReminder', 'seminarReminder'])
  })
})

describe('a reminder that is held', () => {
  const startsAt = new Date(Date.UTC(2027, 2, 18, 8))
  const at = (day: number, hour = 10) => new Date(Date.UTC(2027, 2, day, hour))

  /** Two seminars that use up her budget, and a third whose reminder of the week before is held. */
  async function heldReminder() {
    const her = await makeTaker()
    for (const earlier of [2, 1, 0]) {
      const seminar = await makeSeminar({ startsAt: new Date(startsAt.getTime() - earlier * 3_600_000) })
      await take(her, seminar, {}, at(1))
    }
    await remindOfSeminars(at(11, 10))
    const [held] = await db().mail.findMany({ where: { accountId: her.accountId, state: 'held' } })
    const seminar = await db().seminar.findFirstOrThrow({
      where: { startsAt, registrations: { some: { accountId: her.accountId } } },
    })
    return { her, held, seminar }
  }
  const stateAfterDigest = async ({ her, held }: Pick<Awaited<ReturnType<typeof heldReminder>>, 'her' | 'held'>) => {
    await db().mail.updateMany({ where: { accountId: her.accountId, state: 'held' }, data: { dueAt: at(18, 7) } })
    await writeDigests(at(18, 7))
    return (await db().mail.findUniqueOrThrow({ where: { id: held?.id ?? '' } })).state
  }

  it('goes in the digest while nothing has changed', async () => {
    const { her, held } = await heldReminder()

    expect(await stateAfterDigest({ her, held })).toBe('gathered')
  })

  it('ends with her place', async () => {
    const { her, held, seminar } = await heldReminder()

    await withdraw(her, seminar.id, at(12))

    expect(await stateAfterDigest({ her, held })).toBe('stopped')
  })

  it.each([
    ['is cancelled', { status: 'cancelled' }],
    ['begins at another time', { startsAt: new Date(startsAt.getTime() + 3_600_000) }],
    ['is held elsewhere', { place: { fr: 'Rabat' } }],
  ])('ends when the seminar %s', async (_, data) => {
    const { her, held, seminar } = await heldReminder()

    await db().seminar.update({ where: { id: seminar.id }, data })

    expect(await stateAfterDigest({ her, held })).toBe('stopped')
  })
})

it('moves a guest place of a merged address to the kept account, with its needs', async () => {
  const seminar = await soon({ seats: 5 })
  const [kept, other] = [await insertPerson(), await insertPerson()]
  const guest = { ...(await makeTaker({ guest: true })), email: other.email }
  await take(guest, seminar, {}, NOW)
  const { id } = await placeOf(guest, seminar)
  await db().seminarNeed.create({
    data: { registrationId: id, access: true, interpretation: false, hearing: false, consentAt: NOW },
  })
  const herself = { accountId: kept.accountId, email: kept.email, nameArabic: '', nameLatin: '', locale: 'fr' } as const
  await take(herself, seminar, {}, NOW)

  await db().$transaction((tx) => uniteRegistrations(tx, { kept: kept.accountId, other: other.accountId }))

  const [place, ...more] = await db().seminarRegistration.findMany({
    where: { seminarId: seminar.id },
    include: { need: true },
  })
  expect(more).toEqual([])
  expect(place).toMatchObject({ status: 'registered', guestEmail: null, need: { access: true } })
})
