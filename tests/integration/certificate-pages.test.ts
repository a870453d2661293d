import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  GET as getDecide,
  POST as postDecide,
} from '@/app/[locale]/(teach)/institutions/[institution]/certificates/[number]/decide/route'
import {
  GET as getOne,
  POST as postOne,
} from '@/app/[locale]/(teach)/institutions/[institution]/certificates/[number]/route'
import { POST as postTakeBack } from '@/app/[locale]/(teach)/institutions/[institution]/certificates/[number]/take-back/route'
import { GET as getList } from '@/app/[locale]/(teach)/institutions/[institution]/certificates/route'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { db } from '@/server/db/client'
import { certifiedLearner } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { mayChange, PASSWORD } from '@/tests/support/people'
import { answerAs, makeHolder, openOf, proposeAs, REVOKE } from '@/tests/support/proposals'
import { insertStaff, makeInstitution } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const NOW = new Date()
type Params = { locale: string; institution: string; number: string }
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>
type Asked = { institutionId: string; number?: string; locale?: string; query?: string; form?: Record<string, string> }

/** Requests a page, or posts its form, as this person. */
async function call(who: { sessionId: string } | null, handler: Handler, asked: Asked) {
  const { institutionId, number = '', locale = 'fr', query = '', form } = asked
  await callAs(who?.sessionId ?? null)
  const request = new Request(`http://localhost:3000/${locale}/x${query}`, {
    headers: { host: 'localhost:3000' },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  const response = await handler(request, { params: Promise.resolve({ locale, institution: institutionId, number }) })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}

const shown = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')
const said = (code: Parameters<ReturnType<typeof translator>>[0]) => shown(translator('fr')(code))

describe('the certificates of an institution', () => {
  it('are listed in three languages, with the open proposals', async () => {
    const ground = await makeHolder()
    await proposeAs(ground, REVOKE, NOW)
    for (const locale of LOCALES) {
      const { status, html } = await call(ground.second, getList, { ...ground, locale })

      expect(status).toBe(200)
      expect(html).toContain(shown(translator(locale)('proposals.openTitle')))
      expect(html).toContain(formatCertificateNumber(ground.number))
      expect(html).toContain(`/${locale}/institutions/${ground.institutionId}/certificates/${ground.number}`)
    }
  })

  it('are for its administrators and those of the platform', async () => {
    const ground = await makeHolder()
    const platform = await insertStaff('platform-administrator', null)
    const elsewhere = await insertStaff('administrator', await makeInstitution())

    expect((await call(platform, getList, ground)).status).toBe(200)
    for (const who of [elsewhere, await insertStaff('tutor', ground.institutionId), ground.holder]) {
      expect((await call(who, getList, ground)).status).toBe(403)
      expect((await call(who, getOne, ground)).status).toBe(403)
    }
    expect((await call(null, getList, ground)).to).toContain('/fr/sign-in?next=')
  })

  it.each(['?page=0', '?page=x', '?q=%00', `?q=${'x'.repeat(5000)}`])('are listed in spite of %s', async (query) => {
    const ground = await makeHolder()

    expect((await call(ground.first, getList, { ...ground, query })).status).toBe(200)
  })
})

describe('a certificate of an institution', () => {
  it('is not found if another institution holds it, nor under an invalid number', async () => {
    const ground = await makeHolder()
    const other = await certifiedLearner()

    for (const number of [other.certificate.number, '7F3K-9MPQ-2WXY-N', 'none', '%']) {
      expect((await call(ground.first, getOne, { ...ground, number })).status).toBe(404)
      const form = { act: 'revoke', reason: 'x' }
      expect((await call(ground.first, postOne, { ...ground, number, form })).status).toBe(404)
    }
  })

  it('is proposed for revocation with a reason, and never without', async () => {
    const ground = await makeHolder()
    const { html } = await call(ground.first, getOne, ground)
    expect(html).toContain(said('proposals.propose.revoke'))

    const refused = await call(ground.first, postOne, { ...ground, form: { act: 'revoke', reason: ' ' } })
    expect(refused.status).toBe(400)
    expect(refused.html).toContain(said('fields.problems.required'))
    expect((await call(ground.first, postOne, { ...ground, form: { act: 'delete', reason: 'x' } })).status).toBe(400)
    const sent = await call(ground.first, postOne, { ...ground, form: { act: 'revoke', reason: 'Fraude <b>' } })

    expect([sent.status, sent.to]).toEqual([
      303,
      `/fr/institutions/${ground.institutionId}/certificates/${ground.number}?done=proposed`,
    ])
    const mine = await call(ground.first, getOne, ground)
    expect(mine.html).toContain('Fraude &lt;b&gt;')
    expect(mine.html).toContain(said('proposals.takeBack'))
    expect(mine.html).not.toContain(said('proposals.toDecision'))
    const hers = await call(ground.second, getOne, ground)
    expect(hers.html).toContain(said('proposals.toDecision'))
    expect(hers.html).not.toContain(said('proposals.takeBack'))
    const again = await call(ground.second, postOne, { ...ground, form: { act: 'revoke', reason: 'x' } })
    expect(again.status).toBe(409)
    expect(again.html).toContain(said('errors.already-proposed'))
  })

  it('gives the form back if no certificate can bear the typed names', async () => {
    const ground = await makeHolder()
    const form = { act: 'supersede', reason: 'Faute', nameArabic: 'Salma', nameLatin: 'Salma <i>' }

    const { status, html } = await call(ground.first, postOne, { ...ground, form })

    expect(status).toBe(400)
    expect(html).toContain('value="Salma &lt;i&gt;"')
  })

  it('shows the holder no way to act on her own', async () => {
    const ground = await makeHolder()
    const { accountId } = ground.holder
    await db().role.create({ data: { accountId, institutionId: ground.institutionId, role: 'administrator' } })
    await db().secondFactor.create({ data: { accountId, secret: 'none', confirmedAt: NOW } })
    await db().session.updateMany({ where: { accountId }, data: { provedAt: new Date(NOW.getTime() + 3_600_000) } })

    const { status, html } = await call(ground.holder, getOne, ground)

    expect(status).toBe(200)
    expect(html).toContain(said('proposals.own'))
    expect(html).not.toContain(said('proposals.propose.revoke'))
    const form = { act: 'revoke', reason: 'x' }
    expect((await call(ground.holder, postOne, { ...ground, form })).status).toBe(403)
  })

  it('has a proposal that only its proposer can take back', async () => {
    const ground = await makeHolder()
    const form = { proposal: await proposeAs(ground, REVOKE, NOW) }

    expect((await call(ground.second, postTakeBack, { ...ground, form })).status).toBe(403)
    expect((await call(ground.first, postTakeBack, { ...ground, form: { proposal: 'none' } })).status).toBe(400)
    expect((await call(ground.first, postTakeBack, { ...ground, form })).to).toContain('?done=taken-back')
    expect((await call(ground.first, postTakeBack, { ...ground, form })).status).toBe(409)
  })
})

describe('the decision', () => {
  it('is not for the proposer, and asks anybody else for a fresh code', async () => {
    const ground = await makeHolder()
    const form = { answer: 'accept', proposal: await proposeAs(ground, REVOKE, NOW) }

    for (const asked of [ground, { ...ground, form }]) {
      expect((await call(ground.first, 'form' in asked ? postDecide : getDecide, asked)).status).toBe(403)
    }
    const { accountId } = ground.second
    await db().session.updateMany({ where: { accountId }, data: { provedAt: new Date(NOW.getTime() - 3_600_000) } })
    const opened = await call(ground.second, getDecide, ground)
    expect([opened.status, opened.to?.split('?')[0]]).toEqual([303, '/fr/second-factor'])
    const sent = await call(ground.second, postDecide, { ...ground, form })
    expect([sent.status, sent.html.includes(form.proposal)]).toEqual([401, true])
    expect(await openOf(ground.number)).toMatchObject({ id: form.proposal })
  })

  it('says what will happen, and carries it out', async () => {
    const ground = await makeHolder()
    const form = { answer: 'accept', proposal: await proposeAs(ground, REVOKE, NOW) }
    const { html } = await call(ground.second, getDecide, ground)
    expect(html).toContain(said('proposals.decide.accept.revoke'))
    expect(html).toContain(shown(REVOKE.reason))

    const sent = await call(ground.second, postDecide, { ...ground, form })

    expect(sent.to).toBe(`/fr/institutions/${ground.institutionId}/certificates/${ground.number}?done=carried-out`)
    const after = await call(ground.second, getOne, { ...ground, query: '?done=carried-out' })
    expect(after.html).toContain(said('institutions.done.carried-out'))
    expect(after.html).toContain(said('proposals.decisions.carried-out'))
    expect(after.html).not.toContain(said('proposals.propose.revoke'))
  })

  it('refuses a proposal only with a reason', async () => {
    const ground = await makeHolder()
    const proposal = await proposeAs(ground, REVOKE, NOW)
    const answer = (form: Record<string, string>) => call(ground.second, postDecide, { ...ground, form })

    expect((await answer({ answer: 'refuse', proposal, reason: '' })).status).toBe(400)
    expect((await answer({ answer: 'refuse', proposal: 'none', reason: 'Non établi' })).status).toBe(400)
    expect((await answer({ proposal })).status).toBe(400)
    expect((await answer({ answer: 'refuse', proposal, reason: 'Non établi' })).to).toContain('?done=refused')
    const { html } = await call(ground.first, getOne, ground)
    expect(html).toContain('Non établi')
    expect(html).toContain(said('proposals.propose.revoke'))
  })

  it('tells a late decider that it was taken already, and redirects her to the certificate', async () => {
    const ground = await makeHolder()
    const form = { answer: 'accept', proposal: await proposeAs(ground, REVOKE, NOW) }
    await answerAs(ground, { answer: 'refuse', proposal: form.proposal, reason: 'Non établi' }, NOW)

    const late = await call(ground.second, postDecide, { ...ground, form })

    expect(late.status).toBe(409)
    expect(late.html).toContain(said('errors.already-decided'))
    expect((await call(ground.second, getDecide, ground)).to).toBe(
      `/fr/institutions/${ground.institutionId}/certificates/${ground.number}`,
    )
  })

  it('says that the holder has deleted her account', async () => {
    const ground = await makeHolder()
    const form = { answer: 'accept', proposal: await proposeAs(ground, REVOKE, NOW) }
    await deleteAccount(mayChange(ground.holder), PASSWORD, { address: '192.0.2.9', now: NOW })

    for (const [handler, asked] of [
      [getDecide, ground],
      [postDecide, { ...ground, form }],
    ] as const) {
      const { status, html } = await call(ground.second, handler, asked)
      expect(status).toBe(410)
      expect(html).toContain(said('errors.holder-gone'))
    }
  })
})
