import { existsSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { GET as getRegistration } from '@/app/[locale]/(public)/seminars/[seminar]/registration/route'
import { GET as getSeminar } from '@/app/[locale]/(public)/seminars/[seminar]/route'
import { GET as getList } from '@/app/[locale]/(public)/seminars/route'
import { dayOf, startOfDay } from '@/domain/time/day'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { insertRegistration, makeSeminar, sittingAt } from '@/tests/support/seminars'
import { insertStaff, makeInstitution } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const t = translator('fr')
const HOUR_MS = 3_600_000
const NOW = new Date()
/** Later today in Morocco, so that no place is offered any more; in the last minutes of a day, a minute from now. */
const endOfToday = startOfDay(dayOf(NOW)).getTime() + 24 * HOUR_MS
const TODAY = new Date(Math.min(NOW.getTime() + HOUR_MS, (NOW.getTime() + endOfToday) / 2))
const hoursFrom = (from: Date, hours: number) => new Date(from.getTime() + hours * HOUR_MS)

async function host() {
  const institutionId = await makeInstitution()
  return { institutionId, administrator: await insertStaff('administrator', institutionId) }
}

/** A seminar with one seat, which is taken. */
async function full(school: Awaited<ReturnType<typeof host>>, begins: Date, titles = { fr: 'Complet' }) {
  const seminar = await makeSeminar(school, { titles, seats: 1, sittings: [sittingAt(begins, 0)] })
  await insertRegistration(seminar.id, await insertPerson())
  return seminar
}

type Handler = (
  request: Request,
  context: { params: Promise<{ locale: string; seminar: string }> },
) => Promise<Response>

async function show(handler: Handler, seminar: string) {
  await callAs(null)
  const request = new Request(`http://localhost:3000/fr/seminars/${seminar}`)
  return (await handler(request, { params: Promise.resolve({ locale: 'fr', seminar }) })).text()
}

it('says that no seat is left, and offers neither a waiting list nor to register', async () => {
  const { id } = await full(await host(), TODAY)
  const list = await show(getList as unknown as Handler, '')
  const page = await show(getSeminar as Handler, id)

  for (const html of [list, page]) {
    expect(html).toContain(`<span class="chip warn">${t('seminar.states.no-seat')}</span>`)
    expect(html).not.toContain(t('seminar.states.full'))
  }
  expect(page).toContain(t('registration.fullNow'))
  expect(page).not.toContain(`>${t('registration.title')}</a>`)
  expect(page).not.toContain(t('registration.acts.wait'))
})

it('names its button after the waiting list while one can wait', async () => {
  const { id } = await full(await host(), hoursFrom(NOW, 24 * 9))
  const page = await show(getSeminar as Handler, id)
  expect(page).toContain(t('seminar.states.full'))
  expect(page).toContain(`>${t('registration.acts.wait')}</a>`)
  expect(page).not.toContain(t('registration.fullNow'))
})

it('offers as the next one none at the same hours, and none that takes nobody', async () => {
  const school = await host()
  const { id } = await full(school, TODAY)
  await makeSeminar(school, { titles: { fr: 'En même temps' }, sittings: [sittingAt(hoursFrom(TODAY, 1), 0)] })
  await makeSeminar(school, { titles: { fr: 'Sur désignation' }, admission: 'nomination' })
  expect(await show(getRegistration as Handler, id)).not.toContain(t('registration.next'))

  await full(school, hoursFrom(TODAY, 48), { fr: 'Avec attente' })
  expect(await show(getRegistration as Handler, id)).toContain('Avec attente')
  await makeSeminar(school, { titles: { fr: 'Avec place' }, sittings: [sittingAt(hoursFrom(TODAY, 24 * 20), 0)] })
  const page = await show(getRegistration as Handler, id)
  expect(page).toContain('Avec place')
  for (const other of ['Avec attente', 'En même temps', 'Sur désignation']) expect(page).not.toContain(other)
})
