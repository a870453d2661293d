import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getAssign, POST as postAssign } from '@/app/[locale]/(review)/review/assign/route'
import { GET as getBoard } from '@/app/[locale]/(review)/review/board/route'
import { GET as getQueue } from '@/app/[locale]/(review)/review/route'
import { discloseGroup, type FirstAttempt } from '@/domain/cohort/statistics/learning-report'
import { readQueueQuery } from '@/domain/editorial/queue'
import { LOCALES } from '@/domain/locale'
import { nameOfText } from '@/domain/signoff/text-key'
import { formatNumber, translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { firstPageOf } from '@/server/auth/first-page'
import { permitFor } from '@/server/auth/permit'
import { publishChanged } from '@/server/content/publish-course'
import { currentRelease } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { reviewBoard } from '@/server/editorial/board'
import { reviewQueue } from '@/server/editorial/queue'
import { requireText } from '@/server/editorial/texts'
import { revokeRole } from '@/server/institution/change-roles'
import { makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { actorNow, FULL_SCOPE, giveRole, insertStaff, passSecondFactor } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  await publishChanged(process.cwd(), ['awareness', 'fundamentals', 'referral'])
}, 180_000)

const ORIGIN = 'http://localhost:3000'
const fr = translator('fr')
const LESSON = { kind: 'lesson', id: 'fundamentals/offence' } as const
type Who = { accountId: string; sessionId: string }

async function reviewer(scope: Partial<typeof FULL_SCOPE> = {}) {
  const person = await insertPerson()
  await giveRole(person.accountId, 'reviewer', null, { ...FULL_SCOPE, ...scope })
  await passSecondFactor(person.accountId)
  return person
}
const mayRead = async (who: Who) => permitFor(await actorNow(who), 'editorial:read', { text: null })
// Figures and readers are cached for a while, so each call is at another hour.
let hours = 0
function later(): Date {
  hours += 1
  return new Date(Date.now() + hours * 3_600_000)
}
const queue = async (who: Who, query = '') =>
  reviewQueue(await mayRead(who), readQueueQuery(new URLSearchParams(query)), later())
async function all(who: Who, query = '') {
  const { entries, total } = await queue(who, query)
  const pages = Math.ceil(total / entries.rows.length || 1)
  const rows = [...entries.rows]
  for (let page = 2; page <= pages; page += 1) rows.push(...(await queue(who, `${query}&page=${page}`)).entries.rows)
  return rows
}
const find = async (who: Who, key: { kind: string; id: string }, query = '') =>
  (await all(who, query)).find(({ text }) => text.key.kind === key.kind && text.key.id === key.id)
const see = async (who: Who | null, path: string, get = getQueue, locale = 'fr') => {
  await callAs(who?.sessionId ?? null)
  return get(new Request(ORIGIN + path), { params: Promise.resolve({ locale }) })
}
async function assign(who: Who, fields: Record<string, string>, query = '') {
  await callAs(who.sessionId)
  const body = new URLSearchParams({ text: nameOfText(LESSON), language: 'ar', area: 'legal', ...fields })
  const request = new Request(`${ORIGIN}/fr/review/assign${query}`, {
    method: 'POST',
    body,
    headers: { origin: ORIGIN },
  })
  return postAssign(request, { params: Promise.resolve({ locale: 'fr' }) })
}
async function sign(who: Who, key: { kind: string; id: string }, language: 'ar' | 'fr' | 'en', hash?: string) {
  const { hashes } = await requireText(key as typeof LESSON)
  const shown = { signer: 'R-7K3F', function: 'Conseillère', body: 'Cour' }
  await db().editorialSignature.create({
    data: {
      ...{ kind: key.kind, textId: key.id, language, area: 'legal', hash: hash ?? hashes[language] },
      ...{ signedAt: new Date(), accountId: who.accountId, ...shown, held: randomUUID() },
    },
  })
}

describe('the queue of a reviewer', () => {
  it('has the texts of her scope that are not signed in her languages, page by page, in three languages', async () => {
    const her = await reviewer({ parts: ['course:fundamentals', 'library:decision'], languages: ['fr'] })
    const rows = await all(her)
    expect(new Set(rows.map(({ text }) => text.key.kind))).toEqual(new Set(['lesson', 'bank', 'case', 'decision']))
    expect(rows.every(({ text }) => text.course === null || text.course.id === 'fundamentals')).toBe(true)
    expect(new Set(rows.map(({ text }) => nameOfText(text.key))).size).toBe(rows.length)
    expect(rows.map(({ risk }) => risk)).toEqual(rows.map(({ risk }) => risk).toSorted((a, b) => b - a))

    await sign(her, LESSON, 'fr')
    expect(await find(her, LESSON)).toBeUndefined()
    expect((await queue(her)).signed).toMatchObject({ count: 1, of: rows.length, texts: rows.length })
    for (const locale of LOCALES) {
      const response = await see(her, `/${locale}/review?page=2`, getQueue, locale)
      const html = await response.text()
      expect(response.status).toBe(200)
      expect(html).toContain(translator(locale)('editorial.queue.title'))
      expect(html).toMatch(new RegExp(`href="/${locale}/review/(lesson|case|decision)/[a-z0-9~-]+/fr"`))
    }
    expect(await firstPageOf(her.accountId)).toBe('/review')
  })

  it('says why a text is in it: an open question, reported errors, or figures of at least five people', async () => {
    const her = await reviewer({ parts: ['course:fundamentals', 'library:law'], languages: ['ar'] })
    const release = await currentRelease('fundamentals')
    if (!release) throw new Error('not published')
    const report = { reportedAt: new Date(), locale: 'fr', kind: 'law', text: 'faute' }
    const place = {
      place: 'lesson',
      path: '/courses/fundamentals/lessons/evidence',
      courseId: 'fundamentals',
      lessonId: 'evidence',
    }
    await db().errorReport.create({ data: { id: randomUUID(), ...report, ...place } })
    await db().errorReport.create({ data: { id: randomUUID(), ...report, ...place, outcome: 'corrected' } })
    const entry = { place: 'entry', path: '/library/law/cp-448-2', part: 'cp-448-2' }
    await db().errorReport.create({ data: { id: randomUUID(), ...report, ...entry } })

    expect((await find(her, LESSON))?.reasons).toContainEqual({ kind: 'open-question', number: 1 })
    const evidence = await find(her, { kind: 'lesson', id: 'fundamentals/evidence' })
    expect(evidence?.reasons).toContainEqual({ kind: 'errors', count: 1 })
    expect((await find(her, { kind: 'law', id: 'cp-448-2' }))?.reasons).toContainEqual({ kind: 'errors', count: 1 })

    const bank = { kind: 'bank', id: 'fundamentals' } as const
    const figures = async () => (await find(her, bank))?.reasons.find(({ kind }) => kind === 'figures')
    const [question] = release.course.bank
    const attempts = (people: number): FirstAttempt[] =>
      Array.from({ length: people }, (_, n) => ({
        ...{ personKey: `p${n}`, language: 'fr' as const, questionId: question?.id ?? '', provisions: [] },
        // Five people are right and all others wrong: a rate that the disclosure rules allow to show.
        ...{ score: n < 5 ? 1 : 0, chosen: [], certainty: null },
      }))
    const group = async (people: number) => {
      const cohort = await makeCohort(await makeSchool())
      const report = discloseGroup(attempts(people), release.course.bank, null)
      const row = { cohortId: cohort.id, courseId: 'fundamentals', releaseId: release.id, answers: 'exam', number: 1 }
      await db().closedGroup.create({ data: { ...row, until: new Date(), figures: report as object } })
    }
    await group(4)
    expect(await figures()).toBeUndefined()
    await group(30)
    expect(await figures()).toMatchObject({
      kind: 'figures',
      questions: 1,
      faults: expect.arrayContaining(['facility']),
    })
  })

  it('has a text with a proposal of a colleague that nobody has decided, or that did not reach the file', async () => {
    const [her, colleague] = [await reviewer({ languages: ['fr'] }), await reviewer({ languages: ['fr'] })]
    const text = { kind: 'indicator', id: 'begging' } as const
    await sign(her, text, 'fr')
    const propose = (state: string, language: string | null, proposedAt = new Date()) =>
      db().editorialProposal.create({
        data: {
          ...{ kind: text.kind, textId: text.id, language, summary: 's', reason: 'r', files: [], state, proposedAt },
          ...{ proposedById: colleague.accountId, signer: 'R-2222', function: 'F', body: 'B' },
        },
      })
    for (const state of ['accepted', 'rejected', 'exported']) await propose(state, 'fr')
    await propose('open', 'ar')
    expect(await find(her, text)).toBeUndefined()

    await propose('open', 'fr')
    await propose('open', null)
    await propose('conflict', 'fr')
    expect((await find(her, text))?.reasons).toEqual([
      { kind: 'proposals', count: 2 },
      { kind: 'conflicts', count: 1 },
    ])
    // Others decide on what she proposed herself, but she proposes it again if it did not reach the file.
    expect((await find(colleague, text))?.reasons).toEqual([{ kind: 'conflicts', count: 1 }])
    for (const locale of LOCALES) {
      const html = await (await see(her, `/${locale}/review?part=library%3Aindicator`, getQueue, locale)).text()
      const t = translator(locale)
      expect(html).toContain(t('editorial.queue.proposalCount', { count: formatNumber(2, locale) }))
      expect(html).toContain(t('editorial.queue.conflictCount', { count: formatNumber(1, locale) }))
    }
  })

  it('is closed to everybody else, and the platform sees all of it', async () => {
    for (const role of ['support', 'platform-administrator'] as const) {
      const who = await insertStaff(role, null)
      const response = await see(who, '/fr/review')
      expect(response.status, role).toBe(role === 'support' ? 403 : 200)
      if (role !== 'support') expect(await response.text()).toContain('/fr/review/assign?text=')
    }
    expect((await see(await insertPerson(), '/fr/review')).status).toBe(403)
    expect((await see(null, '/fr/review')).headers.get('location')).toContain('/fr/sign-in')
    const without = await insertPerson()
    await giveRole(without.accountId, 'reviewer', null)
    expect((await see(without, '/fr/review')).headers.get('location')).toContain('second-factor')
  })
})

describe('the assignment of a text', () => {
  it('is taken once and given back by a reviewer, but not for a colleague or outside of her scope', async () => {
    const [her, other] = [await reviewer(), await reviewer({ parts: ['library:term'] })]
    expect((await assign(her, { who: 'me' }, '?order=short&page=2')).headers.get('location')).toBe(
      '/fr/review?order=short&page=2',
    )
    const since = (await db().editorialAssignment.findFirstOrThrow({ where: { textId: LESSON.id } })).since
    await assign(her, { who: 'me' })
    expect((await db().editorialAssignment.findFirstOrThrow({ where: { textId: LESSON.id } })).since).toEqual(since)
    expect((await find(her, LESSON, 'whose=mine'))?.assignments).toMatchObject([{ accountId: her.accountId }])

    expect((await assign(other, { who: 'me' })).status).toBe(403)
    expect((await assign(her, { who: other.accountId })).status).toBe(403)
    const third = await reviewer()
    await assign(third, { who: '' })
    expect(await db().editorialAssignment.count({ where: { accountId: her.accountId } })).toBe(1)
    await assign(her, { who: '' })
    expect(await db().editorialAssignment.count({ where: { accountId: her.accountId } })).toBe(0)
  })

  it('stays with the colleague who took the text first; only the platform gives it to another person', async () => {
    const [her, other] = [await reviewer(), await reviewer()]
    await db().editorialAssignment.deleteMany({ where: { textId: LESSON.id } })
    await assign(other, { who: 'me' })

    const late = await assign(her, { who: 'me' }, '?order=short')

    expect(late.status).toBe(409)
    const { signer, scope } = await db().role.findFirstOrThrow({ where: { accountId: other.accountId } })
    const { function: by } = scope as typeof FULL_SCOPE
    expect(await late.text()).toContain(fr('editorial.assign.taken', { signer: signer ?? '', function: by }))
    expect(await find(her, LESSON)).toMatchObject({ assignments: [{ accountId: other.accountId }] })

    // A role that has ended holds no text.
    await db().role.updateMany({ where: { accountId: other.accountId }, data: { endedAt: new Date(), held: null } })
    expect((await assign(her, { who: 'me' })).status).toBe(303)
    const third = await reviewer()
    expect((await assign(await insertStaff('platform-administrator', null), { who: third.accountId })).status).toBe(303)
    expect(await find(her, LESSON)).toMatchObject({ assignments: [{ accountId: third.accountId }] })
  })

  it('is made by the platform for a person who may sign, is in the audit log, and ends with her role', async () => {
    const platform = await insertStaff('platform-administrator', null)
    const [her, other] = [await reviewer(), await reviewer({ areas: ['language'] })]
    const html = await (
      await see(platform, `/fr/review/assign?text=lesson+${LESSON.id}&language=ar&area=legal`, getAssign)
    ).text()
    expect(html).toContain(her.accountId)
    expect(html).not.toContain(other.accountId)
    expect((await assign(platform, { who: her.accountId })).status).toBe(303)
    expect((await assign(platform, { who: other.accountId })).status).toBe(400)
    expect(await db().auditEntry.count({ where: { act: 'text-assigned', subjectId: her.accountId } })).toBe(1)
    expect((await find(platform, LESSON))?.assignments).toMatchObject([{ accountId: her.accountId }])

    const ending = { institutionId: null, accountId: her.accountId, role: 'reviewer' } as const
    await revokeRole(permitFor(await actorNow(platform), 'role:end', ending), new Date())
    expect((await find(platform, LESSON))?.assignments).toEqual([])
  })

  it('is refused with a malformed form, or for an unknown text', async () => {
    const her = await reviewer()
    expect((await assign(her, { text: 'lesson <b>', who: 'me' })).status).toBe(400)
    expect((await assign(her, { who: 'x' })).status).toBe(400)
    expect((await assign(her, { text: 'lesson fundamentals/none', who: 'me' })).status).toBe(404)
    expect((await see(her, '/fr/review/assign?text=x', getAssign)).status).toBe(404)
  })
})

it('counts the signatures of her scope on the board, and her own apart', async () => {
  const [her, other] = [await reviewer({ parts: ['library:term'] }), await reviewer()]
  const term = { kind: 'term', id: 'coercion' }
  await sign(her, term, 'ar')
  await sign(other, term, 'fr')
  await sign(other, term, 'en', 'old')

  const board = await reviewBoard(await mayRead(her), null)
  expect(board.rows).toMatchObject([{ part: 'library:term', signed: { ar: 1, fr: 1, en: 0 } }])
  expect([board.own, board.dropped]).toEqual([1, 1])
  for (const locale of LOCALES) {
    const html = await (await see(her, `/${locale}/review/board`, getBoard, locale)).text()
    expect(html).toContain(translator(locale)('editorial.board.ownNote'))
    expect(html).not.toContain('R-7K3F')
  }
  expect(
    await (await see(await insertStaff('platform-administrator', null), '/fr/review/board', getBoard)).text(),
  ).not.toContain(fr('editorial.board.own'))
})
