import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import * as admitRoute from '@/app/[locale]/(teach)/institutions/accounts/[account]/admit/route'
import * as disableRoute from '@/app/[locale]/(teach)/institutions/accounts/[account]/disable/route'
import * as enableRoute from '@/app/[locale]/(teach)/institutions/accounts/[account]/enable/route'
import { GET as getAccount } from '@/app/[locale]/(teach)/institutions/accounts/[account]/route'
import * as factorRoute from '@/app/[locale]/(teach)/institutions/accounts/[account]/second-factor/route'
import * as confirmRoute from '@/app/[locale]/(teach)/institutions/accounts/confirm/route'
import { GET as getList } from '@/app/[locale]/(teach)/institutions/accounts/route'
import { ACTS } from '@/domain/audit/act'
import { foldName } from '@/domain/certificate/match-name'
import type { Letter } from '@/domain/letter/letter'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { signUp } from '@/server/account/sign-up'
import { viewsOfMyRecord } from '@/server/audit/read-audit'
import { forgetNewestReleases } from '@/server/content/releases'
import { accountsQuery } from '@/server/db/account/account-list'
import { db, sql } from '@/server/db/client'
import { escapeHtml } from '@/server/escape-html'
import { writeLetter } from '@/server/mail/letter'
import { sendDue } from '@/server/mail/send-due'
import { NOW } from '@/tests/support/exam-room'
import { smallCourse } from '@/tests/support/exam-taken'
import { freshDatabase } from '@/tests/support/fresh-database'
import { insertLearningRecord } from '@/tests/support/learning-record'
import { callAs } from '@/tests/support/next-headers'
import { mailTo } from '@/tests/support/outbox'
import { ownOutbox } from '@/tests/support/own-outbox'
import { insertPerson, mayRead, signUpOf } from '@/tests/support/people'
import { insertStaff, makeInstitution } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

ownOutbox()

const closedId = `closed-${randomUUID()}`
const openId = `open-${randomUUID()}`

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  for (const [courseId, access] of [
    [closedId, 'closed'],
    [openId, 'open'],
  ]) {
    const small = smallCourse(courseId as string)
    const content = { ...small, file: { ...small.file, access } }
    const row = { number: 1, contentHash: courseId as string, lawDate: NOW, languages: ['ar'], content }
    await db().release.create({ data: { ...row, courseId: courseId as string } })
  }
  forgetNewestReleases()
})

const ORIGIN = 'http://localhost:3000'
const fr = translator('fr')
const said = (text: string) => escapeHtml(text)
type Who = { accountId: string; sessionId: string }
const ACTS_OF = { disable: disableRoute, enable: enableRoute, 'second-factor': factorRoute, admit: admitRoute } as const
type Act = keyof typeof ACTS_OF

async function list(who: Who | null, query = '', locale: Locale = 'fr') {
  await callAs(who?.sessionId ?? null)
  const request = new Request(`${ORIGIN}/${locale}/institutions/accounts${query}`)
  const response = await getList(request, { params: Promise.resolve({ locale }) })
  return { status: response.status, html: await response.text() }
}

async function look(who: Who, account: string, locale: Locale = 'fr') {
  await callAs(who.sessionId)
  const request = new Request(`${ORIGIN}/${locale}/institutions/accounts/${account}`)
  const response = await getAccount(request, { params: Promise.resolve({ locale, account }) })
  return { status: response.status, html: await response.text() }
}

async function act(
  who: Who,
  account: string,
  what: Act,
  form: Record<string, string> = { reason: 'demandé au guichet' },
) {
  await callAs(who.sessionId)
  const request = new Request(`${ORIGIN}/fr/institutions/accounts/${account}/${what}`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  const response = await ACTS_OF[what].POST(request, { params: Promise.resolve({ locale: 'fr', account }) })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}

async function confirmAgain(who: Who, form: Record<string, string>) {
  await callAs(who.sessionId)
  const request = new Request(`${ORIGIN}/fr/institutions/accounts/confirm`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  const response = await confirmRoute.POST(request, { params: Promise.resolve({ locale: 'fr' }) })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}

const support = () => insertStaff('support', null)
const platform = () => insertStaff('platform-administrator', null)
const accountRow = (id: string) => db().account.findUniqueOrThrow({ where: { id } })
const actsAbout = (subjectId: string) => db().auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })

describe('the list of accounts', () => {
  it('finds an account by a part of its name in either script, or of its address', async () => {
    const her = await insertPerson({ nameArabic: 'عبد الإله أيت القاضي', nameLatin: 'Abdelilah Aït El Kâdi' })
    const helper = await support()

    for (const typed of ['عبدالاله', 'ايت', 'ait kadi', 'KÂDI abdel', her.email, her.email.slice(0, 9)]) {
      const { status, html } = await list(helper, `?q=${encodeURIComponent(typed)}`)
      expect(status, typed).toBe(200)
      expect(html, typed).toContain(her.email)
    }
    const none = await list(helper, '?q=%25_%27%22%3Cb%3E')
    expect(none.status).toBe(200)
    expect(none.html).not.toContain('<b>')
  })

  it('can be narrowed, and shows who waits for a confirmation', async () => {
    const mark = randomUUID().slice(0, 8)
    const name = (n: string) => ({ nameLatin: `Zz${mark} ${n}` })
    const disabled = await insertPerson({ ...name('Un'), disabled: true })
    const unconfirmed = await insertPerson({ ...name('Deux'), confirmed: false })
    const guarded = await insertStaff('learner', await makeInstitution(), name('Trois'))
    const visit = visitOf()
    const waiting = signUpOf({ email: `zz${mark}@example.ma`, locale: 'fr' })
    await signUp(waiting, null, visit)
    await visit.settled()
    const helper = await support()

    const shown = async (query: string) => {
      const { html } = await list(helper, `?q=zz${mark}${query}`)
      return [disabled, unconfirmed, guarded, waiting].map(({ email }) => html.includes(email))
    }
    expect(await shown('')).toEqual([true, true, true, true])
    expect(await shown('&state=disabled')).toEqual([true, false, false, false])
    expect(await shown('&state=unconfirmed')).toEqual([false, true, false, true])
    expect(await shown('&state=guarded')).toEqual([false, false, true, false])
  })

  it('is shown page by page, the newest account first', async () => {
    const mark = randomUUID().slice(0, 8)
    const rows = Array.from({ length: 51 }, (_, n) => ({
      ...signUpOf({ nameLatin: `Page${mark}` }),
      passwordHash: 'none',
      createdAt: new Date(Date.UTC(2020, 0, 1, 0, n)),
    }))
    await db().account.createMany({ data: rows })
    const helper = await support()

    const first = await list(helper, `?q=page${mark}`)
    expect(first.html).toContain(`q=page${mark}&amp;page=2" rel="next"`)
    expect(first.html).toContain(rows[50]?.email)
    expect(first.html).not.toContain(rows[0]?.email)
    const second = await list(helper, `?q=page${mark}&page=2`)
    expect(second.html).toContain(rows[0]?.email)
    expect(second.html).not.toContain(rows[1]?.email)
  })

  it('uses an index among 40,000 accounts', async () => {
    const { database, client, remove } = await freshDatabase()
    try {
      await client.$executeRaw`
        insert into "Account" (id, email, "passwordHash", "nameArabic", "nameLatin", "function", institution, locale, "createdAt")
        select gen_random_uuid(), 'person' || n || '@example.ma', '-', 'فاطمة العلوي ' || n, 'Fatima Alaoui ' || n, 'judge', '', 'ar',
          now() - make_interval(mins => n) from generate_series(1, 40000) n`
      await client.$executeRawUnsafe('analyze "Account"')
      const planOf = async (words: string[]) => {
        const query = accountsQuery({ words, state: null }, { from: 0, limit: 51 })
        const explained = Object.assign(query, {})
        const rows = await client.$queryRawUnsafe<Record<string, string>[]>(
          `explain ${explained.text}`,
          ...explained.values,
        )
        return rows.map((row) => Object.values(row)[0]).join('\n')
      }
      expect(await planOf(['alaoui39999'])).toContain('Account_letters')
      expect(await planOf([])).toContain('Account_createdAt_id_idx')
      const found = await database.sql.$queryRaw<unknown[]>(
        accountsQuery({ words: ['العلوي39999'], state: null }, { from: 0, limit: 51 }),
      )
      expect(found).toHaveLength(1)
    } finally {
      await remove()
    }
  })

  it('is open only to the platform’s administrators and to support; opening it is noted once a day', async () => {
    const school = await makeInstitution()
    for (const who of [
      await insertPerson(),
      await insertStaff('administrator', school),
      await insertStaff('tutor', school),
    ])
      expect((await list(who)).status).toBe(403)
    expect((await list(null)).status).toBe(303)
    const helper = await support()
    for (const _ of [1, 2]) expect((await list(helper, '?q=secret')).status).toBe(200)
    const noted = await db().auditEntry.findMany({ where: { actorId: helper.accountId } })
    expect(noted).toMatchObject([{ act: 'accounts-listed', subjectId: null, details: {} }])
    expect((await list(await platform())).status).toBe(200)
  })
})

describe('the page of an account', () => {
  it('shows nothing of what its owner learns, in any language', async () => {
    const her = await insertPerson()
    const certificate = await insertLearningRecord(her.accountId, 'NEVERSHOWN222')
    const { courseId } = await db().release.findUniqueOrThrow({ where: { id: certificate.releaseId } })
    await db().release.updateMany({ where: { courseId }, data: { content: smallCourse('learned') } })
    await db().mail.updateMany({ where: { accountId: her.accountId }, data: { state: 'sent' } })
    const helper = await support()

    for (const locale of LOCALES) {
      const { status, html } = await look(helper, her.accountId, locale)
      expect(status).toBe(200)
      expect(html).toContain(her.email)
      for (const secret of [certificate.number, 'NEVERSHOWN', courseId, 'Promotion', 'A note', 'École de magistrature'])
        expect(html, secret).not.toContain(secret)
      expect((await list(helper, `?q=${her.email}`, locale)).html).not.toMatch(/NEVERSHOWN|Promotion|A note/)
    }
  })

  it('lets its owner see who looked at it, and is not found for an unknown account', async () => {
    const her = await insertPerson()
    const helper = await support()
    await look(helper, her.accountId)
    await look(helper, her.accountId)

    const { entries } = await viewsOfMyRecord(mayRead(her), null)
    expect(entries).toMatchObject([{ act: 'account-viewed', actorId: helper.accountId }])
    for (const none of ['none', randomUUID()]) expect((await look(helper, none)).status).toBe(404)
  })

  it('offers only acts that make sense', async () => {
    const helper = await support()
    const offered = async (account: string) => {
      const { html } = await look(helper, account)
      return ['disable', 'enable', 'second-factor', 'admit'].filter((one) => html.includes(`${account}/${one}"`))
    }
    expect(await offered((await insertPerson()).accountId)).toEqual(['disable', 'admit'])
    expect(await offered((await insertPerson({ disabled: true })).accountId)).toEqual(['enable'])
    const guarded = await insertStaff('administrator', await makeInstitution())
    expect(await offered(guarded.accountId)).toEqual(['disable', 'second-factor', 'admit'])
    expect(await offered(helper.accountId)).toEqual([])
    expect(await offered((await platform()).accountId)).toEqual([])
  })
})

describe('acts of support', () => {
  it('disable and enable an account, with a reason that its owner reads in a letter and in her log', async () => {
    const her = await insertPerson({ locale: 'fr' })
    const helper = await support()

    const closed = await act(helper, her.accountId, 'disable', { reason: 'téléphone <b>volé</b>' })
    expect(closed).toMatchObject({ status: 303, to: `/fr/institutions/accounts/${her.accountId}?done=disabled` })
    expect((await accountRow(her.accountId)).disabledAt).not.toBeNull()
    expect(await db().session.count({ where: { accountId: her.accountId } })).toBe(0)
    expect(await act(helper, her.accountId, 'enable')).toMatchObject({ status: 303 })
    expect((await accountRow(her.accountId)).disabledAt).toBeNull()

    const letters = await db().mail.findMany({ where: { accountId: her.accountId }, orderBy: { createdAt: 'asc' } })
    const [told] = letters.map(({ letter }) => writeLetter(letter as unknown as Letter))
    expect(letters.map(({ kind, to }) => [kind, to])).toEqual(Array(2).fill(['supportActed', her.email]))
    expect(told?.text).toContain(fr('mail.supportActed.deeds.disabled', { course: '' }))
    expect(told?.text).toContain('téléphone <b>volé</b>')
    expect(told?.html).not.toContain('<b>')
    const reasons = (await actsAbout(her.accountId)).map(({ act, actorId, reason }) => [act, actorId, reason])
    expect(reasons).toEqual([
      ['account-disabled', helper.accountId, 'téléphone <b>volé</b>'],
      ['account-enabled', helper.accountId, 'demandé au guichet'],
    ])
  })

  it('need a reason, and a code given just now', async () => {
    const her = await insertPerson()
    const helper = await support()

    const refused = await act(helper, her.accountId, 'disable', { reason: ' ' })
    expect(refused.status).toBe(400)
    expect(refused.html).toContain(said(fr('fields.problems.required')))
    await db().session.update({
      where: { id: helper.sessionId },
      data: { provedAt: new Date(Date.now() - 3_600_000) },
    })
    const { status, html } = await act(helper, her.accountId, 'disable')
    expect([status, html.includes(said(fr('secondFactor.ask.kept')))]).toEqual([401, true])
    expect((await accountRow(her.accountId)).disabledAt).toBeNull()
    expect(await actsAbout(her.accountId)).toEqual([])
  })

  it('are refused about oneself, and about the platform’s own staff unless an administrator does them', async () => {
    const [helper, other, boss] = [await support(), await support(), await platform()]
    for (const what of ['disable', 'second-factor'] as const) {
      for (const account of [helper, other, boss])
        expect((await act(helper, account.accountId, what)).status, what).toBe(403)
      expect((await act(boss, boss.accountId, what)).status).toBe(403)
    }
    expect((await act(boss, other.accountId, 'disable')).status).toBe(303)
    expect(
      (await act(await insertStaff('administrator', await makeInstitution()), other.accountId, 'enable')).status,
    ).toBe(403)
  })

  it('take effect once: of two at the same time, one is recorded and told to the owner', async () => {
    const her = await insertPerson()
    const [one, two] = [await support(), await support()]
    const both = await Promise.all([act(one, her.accountId, 'disable'), act(two, her.accountId, 'disable')])

    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await actsAbout(her.accountId)).toHaveLength(1)
    expect(await db().mail.count({ where: { accountId: her.accountId } })).toBe(1)
  })

  it('end a second factor, and sign its owner out', async () => {
    const her = await insertStaff('administrator', await makeInstitution())
    const helper = await support()

    expect((await act(helper, her.accountId, 'second-factor')).status).toBe(303)
    expect(await db().secondFactor.count({ where: { accountId: her.accountId } })).toBe(0)
    expect(await db().session.count({ where: { accountId: her.accountId } })).toBe(0)
    expect(await actsAbout(her.accountId)).toMatchObject([{ act: 'second-factor-removed', actorId: helper.accountId }])
  })

  it('admit a person to a closed course only, and answer the same if she was admitted before', async () => {
    const her = await insertPerson()
    const helper = await support()
    const admitTo = (course: string) =>
      act(helper, her.accountId, 'admit', { course, reason: 'désignée par la Commission' })

    const first = await admitTo(closedId)
    expect(first.status).toBe(303)
    expect(await admitTo(closedId)).toEqual(first)
    expect(await db().enrolment.findFirst({ where: { accountId: her.accountId } })).toMatchObject({
      courseId: closedId,
      admitted: true,
    })
    // The audit log says the same too. She is written to once.
    const admitted = (await actsAbout(her.accountId)).filter(({ act }) => act === 'course-admitted')
    expect(admitted.map(({ reason, details }) => ({ reason, details }))).toEqual(
      Array(2).fill({ reason: 'désignée par la Commission', details: { courseId: closedId } }),
    )
    expect(await db().mail.count({ where: { accountId: her.accountId } })).toBe(1)
    for (const course of [openId, 'no-such-course']) expect((await admitTo(course)).status).toBe(404)
    expect((await admitTo('')).status).toBe(400)
  })

  it('send a confirmation again to an address that waits for it, and to no other', async () => {
    const helper = await support()
    const waiting = signUpOf({ locale: 'fr' })
    const visit = visitOf()
    await signUp(waiting, null, visit)
    await visit.settled()

    const form = { email: ` ${waiting.email.toUpperCase()} `, reason: 'lettre perdue' }
    expect(await confirmAgain(helper, form)).toMatchObject({
      status: 303,
      to: '/fr/institutions/accounts?done=confirmation-sent',
    })
    expect(mailTo(waiting.email)).toHaveLength(1)
    await sendDue()
    expect(mailTo(waiting.email)).toHaveLength(2)
    const noted = await db().auditEntry.findFirst({ where: { actorId: helper.accountId, act: 'confirmation-resent' } })
    expect(noted).toMatchObject({ reason: 'lettre perdue', subjectId: null, details: {} })

    const confirmed = await insertPerson()
    for (const email of ['nobody@example.ma', confirmed.email]) {
      const refused = await confirmAgain(helper, { email, reason: 'x' })
      expect(refused.status).toBe(400)
      expect(refused.html).toContain(said(fr('accounts.nothingWaits')))
    }
    expect((await confirmAgain(await insertPerson(), form)).status).toBe(403)
  })

  it('leave the platform an administrator, even if two disable each other at once', async () => {
    const before = await db().account.findMany({
      where: { disabledAt: null, roles: { some: { role: 'platform-administrator', endedAt: null } } },
    })
    const ids = before.map(({ id }) => id)
    await db().account.updateMany({ where: { id: { in: ids } }, data: { disabledAt: new Date() } })
    try {
      const [one, two] = [await platform(), await platform()]
      const both = await Promise.all([act(one, two.accountId, 'disable'), act(two, one.accountId, 'disable')])
      const left = await db().account.count({
        where: { id: { in: [one.accountId, two.accountId] }, disabledAt: null },
      })
      expect(left).toBe(1)
      expect(both.map(({ status }) => status === 303)).toContain(true)
      await db().account.updateMany({
        where: { id: { in: [one.accountId, two.accountId] } },
        data: { disabledAt: new Date() },
      })
    } finally {
      await db().account.updateMany({ where: { id: { in: ids } }, data: { disabledAt: null } })
    }
  })

  it('are refused when they come from another site', async () => {
    const her = await insertPerson()
    const helper = await support()
    await callAs(helper.sessionId)
    const request = new Request(`${ORIGIN}/fr/institutions/accounts/${her.accountId}/disable`, {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ reason: 'x' }),
    })
    const params = Promise.resolve({ locale: 'fr', account: her.accountId })
    expect((await disableRoute.POST(request, { params })).status).toBe(403)
    expect((await accountRow(her.accountId)).disabledAt).toBeNull()
  })
})

it('has words for each act in three languages', () => {
  for (const locale of LOCALES)
    for (const one of ACTS)
      expect(translator(locale)(`audit.acts.${one}`, { role: '', rows: 0, token: '' })).not.toMatch(/^audit/)
})

it('normalises the names in the index in the same way as the words of a search', async () => {
  const name = { arabic: 'أُمّ كلثومٌ الڭندافي', latin: 'Øystein Łódź' }
  const [row] = await sql().$queryRaw<{ letters: string }[]>`
    select "account_letters"(${name.arabic}, ${name.latin}, ${'a.b@c.ma'}) as letters`
  expect(row?.letters).toBe(foldName(`${name.arabic} ${name.latin} a.b@c.ma`).replaceAll(' ', ''))
})
