import { expect, it } from 'vitest'
import { GET, POST } from '@/app/[locale]/(learn)/practice/referral/[profile]/route'
import { GET as getList } from '@/app/[locale]/(learn)/practice/referral/route'
import { expectedPlan } from '@/domain/case/expected-plan'
import { permitFor } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import { db } from '@/server/db/client'
import { myPractice } from '@/server/practice/practice-lists'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'

const HERE = 'http://localhost:3000'
const PROFILE = 's-begging'
const at = (profile = PROFILE, locale = 'fr') => ({ params: Promise.resolve({ locale, profile }) })
const get = async (query = '', locale = 'fr') =>
  GET(new Request(`${HERE}/${locale}/practice/referral/${PROFILE}${query}`), at(PROFILE, locale))

type Field = [name: string, value: string]
function press(fields: Field[], profile = PROFILE) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  const request = new Request(`${HERE}/fr/practice/referral/${profile}`, {
    method: 'POST',
    body: form,
    headers: { origin: HERE, host: 'localhost:3000' },
  })
  return POST(request, at(profile))
}
const row = (step: string, actor = '', time = ''): Field[] => [
  ['step', step],
  ['actor', actor],
  ['time', time],
]
const target = (response: Response) => response.headers.get('location') ?? ''
const stored = (accountId: string) => db().referralPlan.findMany({ where: { accountId } })

/** The entries about her practice on her learning page. */
async function mine(accountId: string) {
  const actor = { kind: 'person', accountId, confirmed: true, locale: 'fr' } as never
  const practised = await myPractice(permitFor(actor, 'account:read', { accountId }), { locale: 'fr', now: new Date() })
  return practised.map(({ ref, path, state }) => [ref, path, state])
}

it('stores a plan as ids after each press, and shows the reference only after a comparison', async () => {
  const { accountId, sessionId } = await insertPerson()
  await callAs(sessionId)
  const reference = (await library()).pathway.rules.find(({ id }) => id === 'secure-inquiry')?.why.fr ?? 'none'

  const added = await press([
    ['version', '0'],
    ['act', 'add'],
    ['new', 'hear'],
  ])
  expect([added.status, target(added)]).toEqual([303, expect.stringContaining('#step-hear')])
  await press([['version', '1'], ...row('hear', 'judicial-police', 'next-days'), ['act', 'add'], ['new', 'secure']])
  expect(await mine(accountId)).toEqual([['referral/s-begging', '/practice/referral/s-begging', 'open']])
  expect((await stored(accountId))[0]).toMatchObject({
    profileId: PROFILE,
    steps: [
      { step: 'hear', actor: 'judicial-police', time: 'next-days' },
      { step: 'secure', actor: null, time: null },
    ],
    version: 2,
    comparedAt: null,
  })
  // A query parameter does not show the reference before the comparison.
  for (const page of [await get(), await get('?compared=1')]) expect(await page.text()).not.toContain(reference)

  const rows = [...row('hear', 'judicial-police', 'next-days'), ...row('secure', 'prosecution', 'at-once')]
  const compared = await press([['version', '2'], ...rows, ['act', 'compare']])
  expect(target(compared)).toContain('?compared=1')
  expect(await db().practiceDone.findMany({ where: { accountId } })).toMatchObject([
    { kind: 'referral', caseId: PROFILE, courseId: null, times: 1 },
  ])
  expect(await mine(accountId)).toEqual([['referral/s-begging', '/practice/referral/s-begging', 'done']])
  const html = await (await get('?compared=1')).text()
  expect(html).toContain('retourne à portée du suspect')
  expect(html).toContain('<svg class="pathway-drawing"')
  expect(html).toContain('cpp-82-5-1')
  expect(await (await get('?compared=1', 'ar')).text()).toContain('direction="rtl"')

  await press([['version', '3'], ...rows, ['up', 'secure']])
  expect((await stored(accountId))[0]?.steps).toMatchObject([{ step: 'secure' }, { step: 'hear' }])
  await press([
    ['version', '4'],
    ...rows.toReversed().slice(0, 0),
    ...row('secure', 'prosecution', 'at-once'),
    ['remove', 'secure'],
  ])
  expect((await stored(accountId))[0]?.steps).toEqual([])
})

it('stores the change of the first of two windows, and says so in the second', async () => {
  const { accountId, sessionId } = await insertPerson()
  await callAs(sessionId)
  const add = (step: string) =>
    press([
      ['version', '0'],
      ['act', 'add'],
      ['new', step],
    ])
  await add('secure')
  const second = await add('hear')
  expect(target(second)).toContain('?meanwhile=1')
  expect((await stored(accountId))[0]?.steps).toMatchObject([{ step: 'secure' }])
  expect(await (await get('?meanwhile=1')).text()).toContain('autre fenêtre')

  // Two requests at once: both begin before either is stored.
  const outcomes = await Promise.all(
    ['hear', 'identify'].map((step) =>
      press([['version', '1'], ...row('secure'), ['act', 'add'], ['new', step]]).then(target),
    ),
  )
  expect(outcomes.filter((place) => place.includes('meanwhile'))).toHaveLength(1)
  expect((await stored(accountId))[0]).toMatchObject({ version: 2 })
})

it('stores no word that was typed', async () => {
  const { accountId, sessionId } = await insertPerson()
  await callAs(sessionId)
  const typed = '<b>Amina, rue 12</b>'
  const tries: Field[][] = [
    [
      ['version', '0'],
      ['act', 'add'],
      ['new', typed],
    ],
    [['version', '0'], ...row(typed), ['act', 'save']],
    [['version', '0'], ...row('hear', typed), ['act', 'save']],
    [['version', '0'], ...row('hear', '', typed), ['act', 'save']],
    [['version', typed], ...row('hear'), ['act', 'save']],
  ]
  for (const fields of tries) expect((await press(fields)).status).toBe(400)
  expect(await stored(accountId)).toEqual([])
  expect((await press([['version', '0']], 'nobody')).status).toBe(404)
})

it('is her own: another person sees an empty plan, and nobody without an account sees any', async () => {
  const [one, other] = [await insertPerson(), await insertPerson()]
  await callAs(one.sessionId)
  await press([
    ['version', '0'],
    ['act', 'add'],
    ['new', 'secure'],
  ])
  await callAs(other.sessionId)
  expect(await (await get()).text()).not.toContain('id="step-secure"')
  await callAs(null)
  expect((await get()).status).toBe(303)
  expect(
    (
      await press([
        ['version', '0'],
        ['act', 'add'],
        ['new', 'secure'],
      ])
    ).status,
  ).toBe(303)
})

it('lists the profiles with what she has begun and compared', async () => {
  const { sessionId } = await insertPerson()
  await callAs(sessionId)
  await press([
    ['version', '0'],
    ['act', 'add'],
    ['new', 'secure'],
  ])
  const list = await getList(new Request(`${HERE}/fr/practice/referral`), { params: Promise.resolve({ locale: 'fr' }) })
  const html = await list.text()
  for (const { id } of library().pathway.profiles) expect(html).toContain(`/practice/referral/${id}"`)
  expect(html.split('Commencé').length - 1).toBe(1)
})

it('finds nothing wrong with the plan of the rules, typed in by hand', async () => {
  const { sessionId } = await insertPerson()
  await callAs(sessionId)
  const { pathway } = library()
  const profile = pathway.profiles.find(({ id }) => id === PROFILE)
  if (!profile) throw new Error('the profile is gone')
  const rows = expectedPlan(pathway, profile.facts).flatMap(({ step, actors, times }) => row(step, actors[0], times[0]))
  await press([['version', '0'], ...rows, ['act', 'compare']])
  expect(await (await get('?compared=1')).text()).toContain('Rien ne manque')
})
