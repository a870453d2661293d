import { existsSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { POST as postClose } from '@/app/[locale]/(teach)/seminars/[seminar]/attendance/close/route'
import { GET as getList } from '@/app/[locale]/(teach)/seminars/[seminar]/attendance/route'
import { KEPT } from '@/domain/form/kept-form'
import { formatClock } from '@/i18n/clock'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { db } from '@/server/db/client'
import { codeAt } from '@/tests/support/authenticator'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { setUpFor } from '@/tests/support/second-factor'
import { insertRegistration, makeSeminar, sittingAt } from '@/tests/support/seminars'
import { giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const t = translator('fr')
const HOUR_MS = 3_600_000
type Handler = (
  request: Request,
  context: { params: Promise<{ locale: string; seminar: string }> },
) => Promise<Response>

async function call(who: { sessionId: string }, handler: Handler, seminar: string, form?: FormData) {
  await callAs(who.sessionId)
  const request = new Request(`http://localhost:3000/fr/seminars/${seminar}/attendance/close`, {
    headers: { host: 'localhost:3000', accept: 'text/html' },
    ...(form && { method: 'POST', body: form }),
  })
  const response = await handler(request, { params: Promise.resolve({ locale: 'fr', seminar }) })
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() }
}

const formOf = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

it('keeps the form that closes a list until a fresh code is given, and asks for it on the same page', async () => {
  const institutionId = await makeInstitution()
  const administrator = await insertPerson({ locale: 'fr' })
  await giveRole(administrator.accountId, 'administrator', institutionId)
  const setUpAt = new Date(Date.now() - 5 * HOUR_MS)
  const { secret } = await setUpFor(administrator, setUpAt)
  const { accountId } = administrator
  await db().session.updateMany({ where: { accountId }, data: { provedAt: new Date(Date.now() - HOUR_MS / 60) } })
  const { id, halfDays } = await makeSeminar({ institutionId, administrator }, { sittings: [sittingAt(new Date(), 1)] })
  const past = { startsAt: new Date(Date.now() - 3 * HOUR_MS), endsAt: new Date(Date.now() - HOUR_MS) }
  await db().seminar.update({ where: { id }, data: past })
  await db().seminarHalfDay.updateMany({ where: { seminarId: id }, data: past })
  const place = await insertRegistration(id, await insertPerson())
  const present = { way: 'hand', state: 'present', at: past.startsAt, changedAt: past.startsAt }
  await db().seminarCheckIn.create({ data: { registrationId: place.id, halfDayId: halfDays[0]?.id ?? '', ...present } })

  // Her code is older than a quarter of an hour: she may still see the list, but not close it.
  await db().session.updateMany({ where: { accountId }, data: { provedAt: new Date(Date.now() - 20 * 60_000) } })
  expect((await call(administrator, getList, id)).html).toContain(t('attendance.close.press', { count: 1 }))
  const asked = await call(administrator, postClose, id, formOf({ count: '1', attest: 'yes' }))
  expect(asked.status).toBe(401)
  expect(asked.html).toContain(t('secondFactor.ask.kept'))
  const kept = JSON.stringify([
    ['count', '1'],
    ['attest', 'yes'],
  ])
  expect(asked.html).toContain(kept.replaceAll('"', '&quot;'))
  const wrong = await call(administrator, postClose, id, formOf({ [KEPT]: kept, code: '000000' }))
  expect(wrong.status).toBe(401)
  expect(await db().attendanceList.count({ where: { seminarId: id } })).toBe(0)

  const code = codeAt(secret, new Date())
  const closed = await call(administrator, postClose, id, formOf({ [KEPT]: kept, code }))
  expect(closed.to).toContain(`/fr/seminars/${id}/attendance`)
  expect(await db().certificate.count({ where: { seminarId: id } })).toBe(1)
})

it('shows who came after half of a half-day, with the time, before the list is closed', async () => {
  const institutionId = await makeInstitution()
  const administrator = await insertStaff('administrator', institutionId)
  const { id, halfDays } = await makeSeminar({ institutionId, administrator }, { sittings: [sittingAt(new Date(), 1)] })
  const past = { startsAt: new Date(Date.now() - 3 * HOUR_MS), endsAt: new Date(Date.now() - HOUR_MS) }
  await db().seminar.update({ where: { id }, data: past })
  await db().seminarHalfDay.updateMany({ where: { seminarId: id }, data: past })
  const come = async (at: Date) => {
    const { id: registrationId } = await insertRegistration(id, await insertPerson())
    const present = { way: 'code', state: 'present', at, changedAt: at }
    return db().seminarCheckIn.create({ data: { registrationId, halfDayId: halfDays[0]?.id ?? '', ...present } })
  }
  await come(past.startsAt)
  const chips = (html: string) => html.split(`>${t('attendance.list.late')}<`).length - 1
  const before = await call(administrator, getList, id)
  expect(chips(before.html)).toBe(0)
  expect(before.html).not.toContain(t('attendance.close.late', { count: 0 }))

  const minuteBefore = new Date(past.endsAt.getTime() - HOUR_MS / 60)
  const late = await come(minuteBefore)
  const { html } = await call(administrator, getList, id)
  expect(chips(html)).toBe(1)
  expect(html).toContain(formatClock(minuteBefore, 'fr'))
  expect(html).toContain(t('attendance.close.late', { count: 1 }))

  // Struck off, she is not attested, and nothing is left to decide.
  await db().seminarCheckIn.update({ where: { id: late.id }, data: { state: 'struck', reason: 'Partie' } })
  const after = await call(administrator, getList, id)
  expect(chips(after.html)).toBe(0)
  expect(after.html).toContain(t('attendance.close.press', { count: 1 }))
})
