import { beforeEach, describe, expect, it } from 'vitest'
import { GET as getResearch } from '@/app/[locale]/(public)/library/research/route'
import { GET as getCalls, POST as postCalls } from '@/app/[locale]/(teach)/institutions/[institution]/calls/route'
import { LOCALES } from '@/domain/locale'
import { CALL_FIELDS, MOST_CALLS } from '@/domain/research/call'
import { dayOf, nextDay } from '@/domain/time/day'
import { translator } from '@/i18n/translator'
import { executeRetention } from '@/server/account-removal/retention'
import { db } from '@/server/db/client'
import { callAs } from '@/tests/support/next-headers'
import { insertStaff, makeInstitution } from '@/tests/support/staff'

type Params = Record<'locale' | 'institution', string>
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>
const t = translator('fr')
const shown = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')
const TODAY = dayOf(new Date())

async function call(
  who: { sessionId: string } | null,
  handler: Handler,
  {
    institution = '',
    locale = 'fr',
    form,
  }: { institution?: string; locale?: string; form?: Record<string, string> } = {},
) {
  await callAs(who?.sessionId ?? null)
  const request = new Request(`http://localhost:3000/${locale}/x`, {
    headers: { host: 'localhost:3000', accept: 'text/html' },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  const response = await handler(request, { params: Promise.resolve({ locale, institution }) })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}
const research = (locale = 'fr') => call(null, getResearch as Handler, { locale })

const empty = Object.fromEntries(CALL_FIELDS.map((name) => [name, '']))
const FORM = {
  ...{ ...empty, titleFrench: 'Thèses sur la traite', textFrench: 'Première ligne\n<script>alert(1)</script>' },
  ...{ link: 'https://ism.example.ma/appel', deadline: nextDay(TODAY, 30) },
}
async function school() {
  const institution = await makeInstitution('school', 'Institut judiciaire')
  return { institution, administrator: await insertStaff('administrator', institution) }
}
const store = (institutionId: string, title: string, deadline: string) =>
  db().researchCall.create({
    data: {
      ...{ institutionId, titles: { fr: title }, texts: { fr: `Texte de ${title}` } },
      ...{ deadline: new Date(deadline), publishedAt: new Date() },
    },
  })
beforeEach(async () => {
  await db().researchCall.deleteMany()
})

describe('the calls of an institution', () => {
  it('are published, shown in the research corner of each language as text, and withdrawn', async () => {
    const { institution, administrator } = await school()
    for (const locale of LOCALES)
      expect((await research(locale)).html).toContain(shown(translator(locale)('calls.cornerNone')))
    const published = await call(administrator, postCalls, { institution, form: FORM })
    expect(published).toMatchObject({ status: 303, to: `/fr/institutions/${institution}/calls?done=published` })

    for (const locale of LOCALES) {
      const { status, html } = await research(locale)
      expect(status).toBe(200)
      expect(html).toContain('<bdi lang="fr">Thèses sur la traite</bdi>')
      expect(html).toContain('&lt;script&gt;alert(1)')
      expect(html).not.toContain('<script>alert')
      expect(html).toContain('href="https://ism.example.ma/appel"')
    }
    const { html } = await call(administrator, getCalls, { institution })
    const remove = /name="remove" value="([^"]+)"/.exec(html)?.[1] ?? ''
    expect((await call(administrator, postCalls, { institution, form: { remove } })).to).toContain('done=withdrawn')
    expect((await research()).html).not.toContain('Thèses sur la traite')
    expect((await call(administrator, postCalls, { institution, form: { remove } })).status).toBe(404)
    expect(await db().auditEntry.count({ where: { institutionId: institution, act: { startsWith: 'call-' } } })).toBe(2)
  })

  it('come back with what was typed if something is wrong', async () => {
    const { institution, administrator } = await school()
    const form = { ...FORM, deadline: nextDay(TODAY, -1) }
    const { status, html } = await call(administrator, postCalls, { institution, form })
    expect(status).toBe(400)
    expect(html).toContain(shown(t('calls.problems.deadline')))
    expect(html).toContain('value="Thèses sur la traite"')
    expect(await db().researchCall.count()).toBe(0)
  })

  it('are for its own administrators, and no other institution withdraws them', async () => {
    const { institution, administrator } = await school()
    const elsewhere = await school()
    const tutor = await insertStaff('tutor', institution)
    for (const who of [elsewhere.administrator, tutor]) {
      expect((await call(who, getCalls, { institution })).status).toBe(403)
      expect((await call(who, postCalls, { institution, form: FORM })).status).toBe(403)
    }
    expect((await call(null, postCalls, { institution, form: FORM })).status).toBe(303)
    expect(await db().researchCall.count()).toBe(0)
    await call(administrator, postCalls, { institution, form: FORM })
    const { id: remove } = await db().researchCall.findFirstOrThrow()
    const stolen = { institution: elsewhere.institution, form: { remove } }
    expect((await call(elsewhere.administrator, postCalls, stolen)).status).toBe(404)
    expect(await db().researchCall.count()).toBe(1)
  })

  it('have a limit, even if two people publish at once', async () => {
    const { institution, administrator } = await school()
    for (let n = 1; n < MOST_CALLS; n += 1) await store(institution, `n${n}`, nextDay(TODAY))
    const two = [1, 2].map(() => call(administrator, postCalls, { institution, form: FORM }))
    expect((await Promise.all(two)).map(({ status }) => status).toSorted()).toEqual([303, 400])
  })
})

it('lists open calls by their deadline, then those that have ended, without their text, and none of an archived institution', async () => {
  const { institution } = await school()
  await store(institution, 'Dernier', nextDay(TODAY, 40))
  await store(institution, 'Aujourd’hui', TODAY)
  await store(institution, 'Passé', nextDay(TODAY, -1))
  const archived = await makeInstitution()
  await store(archived, 'Ailleurs', nextDay(TODAY, 3))
  await db().institution.update({ where: { id: archived }, data: { archivedAt: new Date() } })
  const { html } = await research()
  const places = ['Aujourd’hui', 'Dernier', 'Passé'].map((title) => html.indexOf(`<bdi lang="fr">${title}</bdi>`))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(0)
  expect(html).toContain('Texte de Aujourd’hui')
  expect(html).not.toContain('Texte de Passé')
  expect(html).not.toContain('Ailleurs')
})

it('are deleted a year after their deadline', async () => {
  const { institution } = await school()
  await store(institution, 'Ancien', nextDay(TODAY, -370))
  await store(institution, 'Récent', nextDay(TODAY, -360))
  await executeRetention(new Date())
  expect(await db().researchCall.findMany({ select: { titles: true } })).toEqual([{ titles: { fr: 'Récent' } }])
})
