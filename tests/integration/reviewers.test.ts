import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { POST as answerMine, GET as getMine } from '@/app/[locale]/(learn)/account/institutions/route'
import * as offerRoute from '@/app/[locale]/(teach)/institutions/platform/reviewer/route'
import { GET as getTeam } from '@/app/[locale]/(teach)/institutions/platform/route'
import { decide } from '@/domain/auth/policy'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { publishChanged } from '@/server/content/publish-course'
import { db } from '@/server/db/client'
import { acceptOffer, offeredTo } from '@/server/institution/answer-offer'
import { revokeRole } from '@/server/institution/change-roles'
import { offerRole } from '@/server/institution/offer-role'
import { callAs } from '@/tests/support/next-headers'
import { ownOutbox } from '@/tests/support/own-outbox'
import { insertPerson } from '@/tests/support/people'
import { actorNow, FULL_SCOPE, insertStaff, makeInstitution, passSecondFactor } from '@/tests/support/staff'

ownOutbox()
beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  await publishChanged(process.cwd(), ['awareness', 'fundamentals'])
}, 120_000)

const ORIGIN = 'http://localhost:3000'
const PATH = '/fr/institutions/platform/reviewer'
const fr = translator('fr')
const at = { params: Promise.resolve({ locale: 'fr' }) }
type Who = { accountId: string; sessionId: string }

const FIELDS = (email: string) => [
  ['email', email],
  ['areas', 'legal'],
  ['parts', 'course:fundamentals'],
  ['parts', 'library:term'],
  ['languages', 'ar'],
  ['reviewFunction', 'Conseillère <b>'],
  ['reviewBody', 'Cour d’appel de Fès'],
]
async function offer(who: Who, fields: string[][]) {
  await callAs(who.sessionId)
  const body = new URLSearchParams(fields)
  return offerRoute.POST(new Request(ORIGIN + PATH, { method: 'POST', body, headers: { origin: ORIGIN } }), at)
}
const idOf = async (email: string) =>
  (await db().roleOffer.findFirstOrThrow({ where: { email }, orderBy: { offeredAt: 'desc' } })).id
async function accept(who: Who & { email: string }) {
  const id = await idOf(who.email)
  const permit = permitFor(await actorNow(who), 'offer:answer', { accountId: await offeredTo(id) })
  await acceptOffer(permit, id, new Date())
}
const mayRead = async (who: Who) => decide(await actorNow(who), 'editorial:read', { text: null })
const end = async (by: Who, { accountId }: Who) =>
  revokeRole(
    permitFor(await actorNow(by), 'role:end', { institutionId: null, accountId, role: 'reviewer' }),
    new Date(),
  )

describe('the review of texts', () => {
  it('is offered by a form, shown with what it covers, accepted, and asks for a second factor', async () => {
    const platform = await insertStaff('platform-administrator', null)
    const her = await insertPerson()

    await callAs(platform.sessionId)
    const form = await (await offerRoute.GET(new Request(ORIGIN + PATH), at)).text()
    expect(form).toContain('value="course:fundamentals"')
    expect(form).toContain('value="library:pathway"')
    const sent = await offer(platform, FIELDS(her.email))
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/fr/institutions/platform?done=offered'])
    const team = await (await getTeam(new Request(`${ORIGIN}/fr/institutions/platform`), at)).text()
    expect(team).toContain(fr('editorial.kinds.term'))
    expect(team).toContain('Conseillère &lt;b&gt;')
    expect(team).not.toContain('<option value="reviewer"')

    await callAs(her.sessionId)
    const mine = await (await getMine(new Request(`${ORIGIN}/fr/account/institutions`), at)).text()
    expect(mine).toContain(fr('roles.reviewer'))
    expect(mine).toContain('Cour d’appel de Fès')
    expect(mine).toContain(fr('editorial.kinds.term'))
    expect(await mayRead(her)).toBe('forbidden')
    const yes = new URLSearchParams({ offer: await idOf(her.email), act: 'accept' })
    const posted = new Request(`${ORIGIN}/fr/account/institutions`, {
      method: 'POST',
      body: yes,
      headers: { origin: ORIGIN },
    })
    expect((await answerMine(posted, at)).status).toBe(303)

    expect(await mayRead(her)).toBe('second-factor-missing')
    await passSecondFactor(her.accountId)
    expect(await mayRead(her)).toBe('allowed')
    const { roles } = await actorNow(her)
    expect(roles?.reviewer).toMatchObject({
      scope: { areas: ['legal'], parts: ['course:fundamentals', 'library:term'], languages: ['ar'] },
      signer: expect.stringMatching(/^R-\w{4}$/),
    })
    const law = { text: { kind: 'law', id: 'cp-448-1' } } as const
    expect(decide(await actorNow(her), 'editorial:read', law)).toBe('forbidden')
  })

  it('comes back with what was typed if a box is missing, or a course does not exist', async () => {
    const platform = await insertStaff('platform-administrator', null)
    const her = await insertPerson()
    for (const fields of [
      FIELDS(her.email).filter(([name]) => name !== 'languages'),
      FIELDS(her.email).map(([name = '', value = '']) => [name, name === 'parts' ? 'course:elsewhere' : value]),
    ]) {
      const response = await offer(platform, fields)
      const html = await response.text()
      expect(response.status).toBe(400)
      expect(html).toContain(fr('fields.problems.choose'))
      expect(html).toContain('value="Conseillère &lt;b&gt;"')
      expect(html).toMatch(/name="areas" checked="" value="legal"|value="legal" checked=""/)
    }
    expect(await db().roleOffer.count({ where: { email: her.email } })).toBe(0)
  })

  it('is offered by nobody but the administrators of the platform, to nobody by herself, and not without a scope', async () => {
    const her = await insertPerson()
    const platform = await insertStaff('platform-administrator', null)
    for (const who of [
      await insertStaff('administrator', await makeInstitution()),
      await insertStaff('support', null),
      await insertStaff('reviewer', null),
    ])
      expect((await offer(who, FIELDS(her.email))).status).toBe(403)
    const own = await offer(platform, FIELDS(platform.email))
    expect([own.status, (await own.text()).includes(fr('fields.problems.own-account'))]).toEqual([400, true])
    const permit = permitFor(await actorNow(platform), 'people:read', { institutionId: null })
    const plain = { email: her.email, locale: 'fr' } as const
    for (const wrong of [
      { ...plain, role: 'reviewer' } as const,
      { ...plain, role: 'support', scope: FULL_SCOPE } as const,
    ])
      await expect(offerRole(permit, wrong, new Date())).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('keeps the identifier of a reviewer who comes back, and gives a new reviewer another one', async () => {
    const platform = await insertStaff('platform-administrator', null)
    const [her, other] = [await insertPerson(), await insertPerson()]
    for (const who of [her, other]) {
      await offer(platform, FIELDS(who.email))
      await accept(who)
      await passSecondFactor(who.accountId)
    }
    const signer = async (who: Who) => (await actorNow(who)).roles?.reviewer?.signer
    const before = await signer(her)
    expect(await signer(other)).not.toBe(before)

    await end(platform, her)
    expect(await mayRead(her)).toBe('forbidden')
    const narrower = FIELDS(her.email).filter(([, value]) => value !== 'library:term')
    await offer(platform, narrower)
    await accept(her)

    expect(await signer(her)).toBe(before)
    expect((await actorNow(her)).roles?.reviewer?.scope.parts).toEqual(['course:fundamentals'])
  })
})
