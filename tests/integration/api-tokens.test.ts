import { beforeEach, describe, expect, it } from 'vitest'
import { GET as getTokens, POST as postTokens } from '@/app/[locale]/(teach)/institutions/[institution]/tokens/route'
import { GET as getCohorts } from '@/app/api/v1/cohorts/route'
import { MOST_TOKENS } from '@/domain/api/token'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { executeRetention } from '@/server/account-removal/retention'
import { tokenHash } from '@/server/api/tokens'
import { db } from '@/server/db/client'
import { makeCohort, makeSchool, type School } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertStaff } from '@/tests/support/staff'

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>
type Form = Record<string, string> | [string, string][]
const t = translator('fr')
const shown = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')
const TOKEN = /api_[\w-]{43}/

async function call(
  who: { sessionId: string } | null,
  handler: unknown,
  { institution, locale = 'fr', form }: { institution: string; locale?: string; form?: Form },
) {
  await callAs(who?.sessionId ?? null)
  const request = new Request(`http://localhost:3000/${locale}/institutions/${institution}/tokens`, {
    headers: { host: 'localhost:3000', accept: 'text/html' },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  const response = await (handler as Handler)(request, { params: Promise.resolve({ locale, institution } as never) })
  const { status, headers } = response
  return { status, to: headers.get('location'), cache: headers.get('cache-control'), html: await response.text() }
}

const order = (more: Record<string, string> = {}) => ({
  ...{ id: crypto.randomUUID(), name: 'Gestion de la scolarité', scope: 'all', days: '90' },
  ...more,
})

let school: School
let page: { institution: string }
beforeEach(async () => {
  school = await makeSchool()
  page = { institution: school.institutionId }
})

describe('the tokens of an institution', () => {
  it('are shown once, when they are made, and stored as a hash', async () => {
    const { administrator, institutionId } = school
    const made = await call(administrator, postTokens, { ...page, form: order() })
    expect([made.status, made.cache]).toEqual([200, 'private, no-store'])
    const token = TOKEN.exec(made.html)?.[0] ?? ''
    expect(made.html).toContain(shown(t('apiTokens.made.once')))

    const stored = await db().apiToken.findFirstOrThrow({ where: { institutionId } })
    expect(stored).toMatchObject({ hash: tokenHash(token), ending: token.slice(-4), allCohorts: true })
    expect(JSON.stringify(stored)).not.toContain(token)
    expect(stored.expiresAt.getTime() - stored.createdAt.getTime()).toBe(90 * 86_400_000)
    for (const locale of LOCALES) {
      const { status, html } = await call(administrator, getTokens, { ...page, locale })
      expect(status).toBe(200)
      expect(html).not.toMatch(TOKEN)
      expect(html).not.toContain(stored.hash)
      expect(html).toContain(`>${stored.ending}</code>`)
    }
    const request = new Request('http://localhost:3000/api/v1/cohorts', {
      headers: { authorization: `Bearer ${token}` },
    })
    expect((await getCohorts(request)).status).toBe(200)
    const { html } = await call(administrator, getTokens, page)
    expect(html).not.toContain(shown(t('apiTokens.unused')))
  })

  it('are made once, however often the form is sent', async () => {
    const form = order()
    expect((await call(school.administrator, postTokens, { ...page, form })).html).toMatch(TOKEN)
    const again = await call(school.administrator, postTokens, { ...page, form })
    expect(again.status).toBe(400)
    expect(again.html).not.toMatch(TOKEN)
    expect(again.html).toContain(shown(t('apiTokens.problems.sent-twice')))
    // The form on the page has a new id, for another token.
    expect(again.html).not.toContain(`name="id" value="${form.id}"`)
    expect(await db().apiToken.count({ where: { institutionId: school.institutionId } })).toBe(1)
  })

  it('are for the chosen cohorts alone, which must be of the institution', async () => {
    const cohort = await makeCohort(school)
    const elsewhere = await makeCohort(await makeSchool())
    const chosen = (...ids: string[]): [string, string][] => [
      ...Object.entries(order({ scope: 'chosen' })),
      ...ids.map((id): [string, string] => ['cohorts', id]),
    ]
    const none = await call(school.administrator, postTokens, { ...page, form: chosen() })
    expect(none.status).toBe(400)
    expect(none.html).toContain(shown(t('fields.problems.choose')))
    const stolen = await call(school.administrator, postTokens, { ...page, form: chosen(cohort.id, elsewhere.id) })
    expect(stolen.status).toBe(404)
    expect(await db().apiToken.count({ where: { institutionId: school.institutionId } })).toBe(0)

    await call(school.administrator, postTokens, { ...page, form: chosen(cohort.id) })
    const stored = await db().apiToken.findFirstOrThrow({ where: { institutionId: school.institutionId } })
    expect(stored).toMatchObject({ allCohorts: false, cohortIds: [cohort.id] })
    // The database itself refuses a token for chosen cohorts that names none.
    const empty = { where: { id: stored.id }, data: { cohortIds: [] } }
    await expect(db().apiToken.update(empty)).rejects.toThrow('ApiToken_scope')
    const never = { where: { id: stored.id }, data: { expiresAt: new Date('2099-01-01') } }
    await expect(db().apiToken.update(never)).rejects.toThrow('ApiToken_term')
  })

  it('are not made while the form has errors, which the page names', async () => {
    const form = order({ name: '', days: '4000' })
    const { status, html } = await call(school.administrator, postTokens, { ...page, form })
    expect(status).toBe(400)
    expect(html).toContain(shown(t('fields.problems.required')))
    expect(html).toContain(shown(t('fields.problems.choose')))
    expect(await db().apiToken.count({ where: { institutionId: school.institutionId } })).toBe(0)
  })

  it('are revoked, once, and each act is in the audit log in three languages', async () => {
    const { administrator, institutionId } = school
    await call(administrator, postTokens, { ...page, form: order() })
    const { id } = await db().apiToken.findFirstOrThrow({ where: { institutionId } })
    const revoked = await call(administrator, postTokens, { ...page, form: { revoke: id } })
    expect(revoked.to).toBe(`/fr/institutions/${institutionId}/tokens?done=revoked`)
    expect((await call(administrator, postTokens, { ...page, form: { revoke: id } })).status).toBe(404)
    expect((await call(administrator, postTokens, { ...page, form: { revoke: 'x' } })).status).toBe(404)

    const where = { institutionId, act: { startsWith: 'api-' } }
    const acts = await db().auditEntry.findMany({ where, orderBy: { id: 'asc' } })
    expect(acts.map(({ act, actorId }) => [act, actorId])).toEqual([
      ['api-token-made', administrator.accountId],
      ['api-token-revoked', administrator.accountId],
    ])
    const sentences = LOCALES.map((locale) =>
      translator(locale)('audit.acts.api-read', { token: 'A', role: '', rows: 0 }),
    )
    expect(new Set(sentences).size).toBe(LOCALES.length)
    for (const sentence of sentences) expect(sentence).toContain('A')
  })

  it('are for the administrators of the institution, with a fresh code', async () => {
    const other = await makeSchool()
    const tutor = await insertStaff('tutor', school.institutionId)
    const platform = await insertStaff('platform-administrator', null)
    await call(school.administrator, postTokens, { ...page, form: order() })
    const { id } = await db().apiToken.findFirstOrThrow({ where: { institutionId: school.institutionId } })
    for (const who of [other.administrator, tutor, platform]) {
      expect((await call(who, getTokens, page)).status).toBe(403)
      expect((await call(who, postTokens, { ...page, form: order() })).status).toBe(403)
      expect((await call(who, postTokens, { ...page, form: { revoke: id } })).status).toBe(403)
    }
    const stolen = { institution: other.institutionId, form: { revoke: id } }
    expect((await call(other.administrator, postTokens, stolen)).status).toBe(404)
    expect((await call(null, getTokens, page)).to).toContain('/fr/sign-in?next=')

    const { accountId } = school.administrator
    await db().session.updateMany({ where: { accountId }, data: { provedAt: new Date('2026-01-01') } })
    const stale = await call(school.administrator, postTokens, { ...page, form: order() })
    expect(stale.status).toBe(401)
    expect(stale.html).not.toMatch(TOKEN)
    expect(await db().apiToken.count({ where: { institutionId: school.institutionId, revokedAt: null } })).toBe(1)
  })

  it('are limited in number, also if two are made at the same time', async () => {
    const { administrator, institutionId } = school
    const token = { institutionId, name: 'n', ending: 'abcd', allCohorts: true, cohortIds: [] }
    const now = new Date()
    const expiresAt = new Date(now.getTime() + 86_400_000)
    await db().apiToken.createMany({
      data: Array.from({ length: MOST_TOKENS - 1 }, (_, n) => ({
        ...token,
        ...{ hash: `${institutionId} ${n}`, createdAt: now, expiresAt },
      })),
    })
    // Expired tokens do not count.
    const before = new Date(now.getTime() - 86_400_000)
    await db().apiToken.create({
      data: { ...token, hash: `${institutionId} ended`, createdAt: before, expiresAt: before },
    })
    const two = [1, 2].map(() => call(administrator, postTokens, { ...page, form: order() }))
    expect((await Promise.all(two)).map(({ status }) => status).toSorted()).toEqual([200, 400])
  })
})

it('deletes a token a year after it has ended, and keeps the others', async () => {
  const { institutionId } = school
  const now = new Date()
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const token = { institutionId, name: 'n', ending: 'abcd', allCohorts: true, cohortIds: [] }
  await db().apiToken.createMany({
    data: [
      { ...token, hash: `${institutionId} gone`, createdAt: ago(800), expiresAt: ago(500) },
      { ...token, hash: `${institutionId} revoked`, createdAt: ago(400), expiresAt: ago(40), revokedAt: ago(390) },
      { ...token, hash: `${institutionId} expired`, createdAt: ago(400), expiresAt: ago(40) },
      { ...token, hash: `${institutionId} valid`, createdAt: ago(300), expiresAt: ago(-60) },
    ],
  })
  await executeRetention(now)
  const left = await db().apiToken.findMany({ where: { institutionId }, orderBy: { hash: 'asc' } })
  expect(left.map(({ hash }) => hash.split(' ')[1])).toEqual(['expired', 'valid'])
})
