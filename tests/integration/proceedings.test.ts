import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { GET as getResearch } from '@/app/[locale]/(public)/library/research/route'
import { GET as getProceedings } from '@/app/[locale]/(public)/seminars/[seminar]/proceedings/route'
import { GET as getEvent } from '@/app/[locale]/(public)/seminars/[seminar]/route'
import { GET as getList } from '@/app/[locale]/(public)/seminars/route'
import { POST as postPublication } from '@/app/[locale]/(teach)/seminars/[seminar]/proceedings/publication/route'
import { GET as getReference } from '@/app/api/library/references/[file]/route'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { db } from '@/server/db/client'
import { publicPaths } from '@/server/library/public-paths'
import { callAs } from '@/tests/support/next-headers'
import { seminarAt, takingPart } from '@/tests/support/seminar-materials'
import { insertStaff, makeInstitution } from '@/tests/support/staff'

type Params = Record<'locale' | 'seminar', string>
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>
type Who = { sessionId: string } | null
const t = translator('fr')
const shown = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')

async function call(who: Who, handler: Handler, seminar: string, form?: Record<string, string>, locale = 'fr') {
  await callAs(who?.sessionId ?? null)
  const request = new Request(`http://localhost:3000/${locale}/x?view=past`, {
    headers: { host: 'localhost:3000', accept: 'text/html' },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  const response = await handler(request, { params: Promise.resolve({ locale, seminar }) })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}

const held = (more: { status?: string; listed?: string } = {}) => seminarAt(-30, -24, { status: 'held', ...more })
const publish = (who: Who, seminar: string) => call(who, postPublication, seminar, { act: 'publish' })

async function reference(seminar: string, format: string) {
  const params = Promise.resolve({ file: `seminar-${seminar}.${format}` })
  const response = await getReference(new Request('http://localhost:3000/api/x?lang=fr'), { params })
  return { status: response.status, text: await response.text() }
}

describe('the proceedings of a seminar', () => {
  it('are for the organiser alone until she publishes them, then for everybody until she withdraws them', async () => {
    const { seminar, institution, organiser } = await held()
    const link = `/fr/seminars/${seminar}/proceedings`
    expect((await call(null, getProceedings, seminar)).status).toBe(404)
    expect((await call(organiser, getProceedings, seminar)).html).toContain(t('seminar.proceedings.acts.publish'))
    expect((await call(organiser, getEvent, seminar)).html).toContain(link)
    const places = async () => {
      const pages = [await call(null, getEvent, seminar), await call(null, getList, seminar)]
      return [...[...pages, await call(null, getResearch, seminar)].map(({ html }) => html.includes(link))]
    }
    const isInSitemap = async () => (await publicPaths()).includes(`/seminars/${seminar}/proceedings`)
    expect(await places()).toEqual([false, false, false])
    expect(await isInSitemap()).toBe(false)
    expect((await reference(seminar, 'bib')).status).toBe(404)

    expect(await publish(organiser, seminar)).toMatchObject({ status: 303, to: `${link}?done=publish` })
    expect((await publish(organiser, seminar)).status).toBe(409)
    for (const locale of LOCALES) {
      const { status, html } = await call(null, getProceedings, seminar, undefined, locale)
      expect(status).toBe(200)
      expect(html).toContain(shown(translator(locale)('seminar.proceedings.cite')))
      expect(html).not.toContain('/proceedings/publication')
    }
    expect(await places()).toEqual([true, true, true])
    expect(await isInSitemap()).toBe(true)
    const { nameLatin } = await db().institution.findUniqueOrThrow({ where: { id: institution } })
    expect((await reference(seminar, 'bib')).text).toContain(`@proceedings{seminar-${seminar},`)
    expect(JSON.parse((await reference(seminar, 'json')).text)).toMatchObject([
      { type: 'book', title: 'Séminaire', publisher: nameLatin, URL: expect.stringContaining(link) },
    ])

    expect((await call(organiser, postPublication, seminar, { act: 'withdraw' })).status).toBe(303)
    expect((await call(null, getProceedings, seminar)).status).toBe(404)
    expect(await places()).toEqual([false, false, false])
    expect((await reference(seminar, 'json')).status).toBe(404)
    const acts = await db().auditEntry.findMany({ where: { institutionId: institution }, orderBy: { at: 'asc' } })
    expect(acts.map(({ act }) => act)).toEqual(['proceedings-published', 'proceedings-withdrawn'])
  })

  it('are published by the administrators of the institution whose seminar it was, and by nobody else', async () => {
    const { seminar, institution } = await held()
    const elsewhere = await insertStaff('administrator', await makeInstitution())
    const tutor = await insertStaff('tutor', institution)
    const participant = await takingPart(seminar)
    for (const who of [elsewhere, tutor, await insertStaff('platform-administrator', null)]) {
      expect((await publish(who, seminar)).status).toBe(403)
    }
    expect((await publish(null, seminar)).status).toBe(303)
    for (const who of [elsewhere, participant]) expect((await call(who, getProceedings, seminar)).status).toBe(404)
    expect((await db().seminar.findUniqueOrThrow({ where: { id: seminar } })).proceedingsAt).toBeNull()
  })

  it('keep the names that the organisers had on the day of publication', async () => {
    const { seminar, institution, organiser } = await held()
    const together = await makeInstitution('school', 'Institut associé')
    const asked = { seminarId: seminar, askedAt: new Date(), acceptedAt: new Date() }
    await db().seminarOrganiser.create({ data: { ...asked, institutionId: together } })
    const { nameLatin } = await db().institution.findUniqueOrThrow({ where: { id: institution } })
    await publish(organiser, seminar)
    await db().institution.update({ where: { id: institution }, data: { nameLatin: 'Nouveau nom' } })
    await db().seminarOrganiser.updateMany({ where: { seminarId: seminar }, data: { withdrawnAt: new Date() } })

    const { html } = await call(null, getProceedings, seminar)
    for (const text of [html, (await reference(seminar, 'json')).text]) {
      expect(text).toContain(nameLatin)
      expect(text).toContain('Institut associé')
      expect(text).not.toContain('Nouveau nom')
    }
    // If they are withdrawn and published again, they have the names of that day.
    await call(organiser, postPublication, seminar, { act: 'withdraw' })
    await publish(organiser, seminar)
    const again = (await call(null, getProceedings, seminar)).html
    expect(again).toContain('Nouveau nom')
    expect(again).not.toContain('Institut associé')
  })

  it('cannot be published before it has been held, or if it was cancelled', async () => {
    const coming = await seminarAt(24, 30)
    const cancelled = await held({ status: 'cancelled' })
    for (const { seminar, organiser } of [coming, cancelled]) {
      expect((await publish(organiser, seminar)).status).toBe(409)
      expect((await call(organiser, getProceedings, seminar)).status).toBe(404)
    }
    const { seminar, organiser } = await held()
    expect((await call(organiser, postPublication, seminar, { act: 'withdraw' })).status).toBe(409)
    expect((await call(organiser, postPublication, seminar, { act: 'x' })).status).toBe(400)
    expect((await call(null, getProceedings, 'x')).status).toBe(404)
  })

  it('are public for a seminar of invited people too, and do not lead to its page', async () => {
    const { seminar, organiser } = await held({ listed: 'invited' })
    await publish(organiser, seminar)
    const { status, html } = await call(null, getProceedings, seminar)
    expect(status).toBe(200)
    expect(html).not.toContain(`href="/fr/seminars/${seminar}"`)
    expect((await call(null, getEvent, seminar)).status).toBe(404)
  })

  it('show the materials that are open to everybody, and escape what was typed', async () => {
    const { seminar, organiser } = await held()
    const titles = { fr: '<img src=x onerror=alert(1)>' }
    await db().seminar.update({ where: { id: seminar }, data: { titles, aims: { fr: '<b>But</b>' } } })
    for (const openTo of ['everybody', 'registered'])
      await db().seminarMaterial.create({
        data: {
          ...{ when: 'after', openTo, titles: { fr: `<i>${openTo}</i>` }, createdAt: new Date() },
          ...{ seminar: { connect: { id: seminar } } },
          file: { create: { name: 'a.pdf', type: 'pdf', bytes: 1, hash: 'h', store: 'database' } },
        },
      })
    await publish(organiser, seminar)
    const { html } = await call(organiser, getProceedings, seminar)
    expect(html).toContain('&lt;i&gt;everybody&lt;/i&gt;')
    expect(html).not.toContain('registered&lt;')
    expect(html).not.toMatch(/<img src=x|<b>But/)
  })

  it('count participation in groups of five or more, rounded, as it was on the day of publication', async () => {
    const { seminar, organiser } = await held()
    const guest = (country: string, fn: string) =>
      db().seminarRegistration.create({
        data: {
          ...{ id: randomUUID(), seminarId: seminar, guestEmail: `${randomUUID()}@example.org`, status: 'registered' },
          ...{ statusSince: new Date(), source: 'list', country, function: fn },
        },
      })
    for (let n = 0; n < 6; n += 1) await guest('FR', 'judge')
    for (let n = 0; n < 7; n += 1) await guest('ES', 'prosecutor')
    await guest('IT', 'judge')
    await guest('TN', 'lawyer')
    const { html: alone } = await call(organiser, getProceedings, seminar)
    await publish(organiser, seminar)
    const { html } = await call(null, getProceedings, seminar)
    for (const page of [alone, html]) {
      expect(page).toContain(shown(t('seminar.proceedings.counted.registered')))
      expect(page).toContain('Espagne')
      // Only a group of five people or more has a number of its own; France, Italy and Tunisia share one number.
      expect(page).toMatch(/<th scope="row">Autres\s:\s[^<]*Italie[^<]*<\/th>/)
      expect(page).not.toMatch(/<th scope="row">(Italie|Tunisie)<\/th>/)
      expect(page).not.toMatch(/≈\s*[1-46-9](?!\d)/)
      expect(page).not.toContain('@example.org')
    }
    for (let n = 0; n < 9; n += 1) await guest('IT', 'judge')
    expect((await call(null, getProceedings, seminar)).html).toBe(html)

    const few = await held()
    await takingPart(few.seminar)
    await publish(few.organiser, few.seminar)
    expect((await call(null, getProceedings, few.seminar)).html).toContain(shown(t('seminar.proceedings.few')))
  })
})
