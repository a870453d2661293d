import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getExam } from '@/app/[locale]/(learn)/courses/[course]/exam/route'
import { POST as openBank } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/bank/route'
import { POST as atEnd } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/end/route'
import {
  POST as decide,
  GET as getProposal,
} from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/proposals/[proposal]/route'
import { GET as getQuestion } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/question/route'
import { GET, POST } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/route'
import { POST as settle } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/settle/route'
import { GET as getSign, POST as sign } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/sign/route'
import { POST as withdraw } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/withdraw/route'
import { discloseGroup, type FirstAttempt } from '@/domain/cohort/statistics/learning-report'
import type { Course } from '@/domain/course/course'
import type { Letter } from '@/domain/letter/letter'
import type { Scope } from '@/domain/signoff/scope'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { library } from '@/server/content/library'
import { loadRelease, releases } from '@/server/content/releases'
import { db, inTransaction } from '@/server/db/client'
import { lockExport } from '@/server/db/editorial/editorial-export'
import { hashOfBlock } from '@/server/editorial/comments'
import { hashOfWording } from '@/server/editorial/wordings'
import { writeLetter } from '@/server/mail/letter'
import { makeCohort, makeSchool } from '@/tests/support/cohorts'
import { lesson, localized, singleChoice } from '@/tests/support/course-factories'
import { examinee, publish } from '@/tests/support/exam-room'
import { smallCourse } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson, mayChange, PASSWORD } from '@/tests/support/people'
import { passSecondFactor } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const t = translator('fr')
const HASHES = { ar: 'a1', fr: 'f1', en: 'e1' }
const BODIES = {
  ar: '## الخطر {#danger}\n\nيقدر القاضي الخطر.',
  fr: '## Le danger {#danger}\n\nLe juge évalue le danger.',
  en: '## The danger {#danger}\n\nThe judge weighs the danger.',
}

function content(courseId: string, bodies = BODIES, hashes = HASHES): Partial<Course> {
  const practice = [singleChoice({ id: 'p1', stem: localized('qualify') })]
  const bank = ['q1', 'q2'].map((id) => singleChoice({ id, stem: localized('La question secrète'), correct: ['a'] }))
  const { file } = smallCourse(courseId)
  return { file, lessons: [lesson({ bodies, hashes, practice })], bank, bankHashes: HASHES }
}

async function published() {
  const courseId = `course-${randomUUID().slice(0, 8)}`
  await publish(courseId, 1, content(courseId))
  releases.reset()
  return courseId
}

async function publishAgain(courseId: string) {
  const bodies = { ...BODIES, fr: '## Le danger {#danger}\n\nLe juge évalue tous les dangers.' }
  await publish(courseId, 2, content(courseId, bodies, { ...HASHES, fr: 'f2' }))
  releases.reset()
}

let signers = 0

async function reviewer(part: string, scope: Partial<Scope> = {}) {
  const person = await insertPerson({ locale: 'fr' })
  signers += 1
  const held = {
    areas: ['legal'],
    parts: [part],
    languages: ['ar', 'fr'],
    function: 'Conseillère <b>',
    body: 'Cour d’appel',
    ...scope,
  }
  const signer = `R-${signers}${randomUUID().slice(0, 4).toUpperCase()}`
  const { accountId } = person
  await db().role.create({ data: { accountId, role: 'reviewer', scope: held, signer, grantedAt: new Date() } })
  await passSecondFactor(accountId)
  return { ...person, signer }
}

type Text = { kind: string; key: string; lang?: string }
const textOf = (courseId: string, lang = 'fr'): Text => ({ kind: 'lesson', key: `${courseId}~offence`, lang })
const pathOf = ({ kind, key, lang = 'fr' }: Text, rest = '') =>
  `http://localhost:3000/fr/review/${kind}/${key}/${lang}${rest}`
const params = ({ kind, key, lang = 'fr' }: Text) => ({ params: Promise.resolve({ locale: 'fr', kind, key, lang }) })

async function answerOf(response: Response) {
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() }
}
const view = async (text: Text, query = '') => answerOf(await GET(new Request(pathOf(text, query)), params(text)))

type Handler = (request: Request, props: ReturnType<typeof params>) => Promise<Response>
async function send(handler: Handler, text: Text, rest: string, fields: Record<string, string>) {
  const request = new Request(pathOf(text, rest), { method: 'POST', body: new URLSearchParams(fields) })
  return answerOf(await handler(request, params(text)))
}
const wordsOf = (passage: string) =>
  hashOfBlock({ id: 'b', kind: 'passage', fields: [{ key: '', texts: { fr: passage } }] }, 'fr')
const comment = (text: Text, fields: Record<string, string> = {}, query = '?at=b1') =>
  send(POST, text, query, {
    act: 'comment',
    draft: randomUUID(),
    block: 'b1',
    was: wordsOf('Le juge évalue le danger.'),
    thread: '',
    commentText: 'Point débattu.',
    source: '',
    ...fields,
  })
const read = (text: Text, hash: string) => send(atEnd, text, '/end', { hash })
const signWith = (text: Text, fields: Record<string, string> = {}) =>
  send(sign, text, '/sign?area=legal', { hash: 'f1', area: 'legal', seen: '', understood: 'yes', ...fields })

const signatures = (courseId: string) =>
  db().editorialSignature.findMany({ where: { textId: `${courseId}/offence` }, orderBy: { signedAt: 'asc' } })

describe('the page of a text', () => {
  it('shows it as readers see it, block by block, in all its views, to its reviewers alone', async () => {
    const courseId = await published()
    const text = textOf(courseId)
    await callAs((await reviewer(`course:${courseId}`)).sessionId)

    const shown = await view(text)
    expect(shown).toMatchObject({ status: 200 })
    expect(shown.html).toContain('Le juge évalue le danger.')
    expect(shown.html).toContain('id="q-p1"')
    for (const each of ['columns', 'diff', 'history', 'comments']) {
      expect(await view(text, `?view=${each}`), each).toMatchObject({ status: 200 })
    }
    const columns = (await view(text, '?view=columns')).html
    for (const words of ['يقدر القاضي الخطر.', 'Le juge évalue le danger.']) expect(columns).toContain(words)
    expect(columns).not.toContain('The judge weighs the danger.')
    expect(columns).toContain('?view=columns&amp;also=en"')
    expect((await view(text, '?view=columns&also=en')).html).toContain('The judge weighs the danger.')
    expect((await view(textOf(courseId, 'en'), '?view=columns')).html).toContain('The judge weighs the danger.')
    expect(columns.match(/ id="([^"]+)"/g)?.length).toBe(new Set(columns.match(/ id="([^"]+)"/g)).size)

    await callAs((await reviewer('library:term')).sessionId)
    expect((await view(text)).status).toBe(404)
    await callAs((await insertPerson()).sessionId)
    expect((await view(text)).status).toBe(404)
  })

  it('is not found for an unknown language, kind or text', async () => {
    const courseId = await published()
    await callAs((await reviewer(`course:${courseId}`)).sessionId)

    for (const text of [
      textOf(courseId, 'de'),
      { kind: 'figure', key: 'x' },
      { kind: 'lesson', key: `${courseId}~none` },
    ]) {
      expect((await view(text)).status, JSON.stringify(text)).toBe(404)
    }
  })
})

it('is closed at once to a reviewer whose role has ended, also for what she had begun', async () => {
  const courseId = await published()
  const { accountId, sessionId } = await reviewer(`course:${courseId}`)
  const text = textOf(courseId)
  await callAs(sessionId)
  await read(text, 'f1')
  await db().role.updateMany({ where: { accountId }, data: { endedAt: new Date(), held: null } })

  expect((await view(text)).status).toBe(404)
  expect((await comment(text)).status).toBe(404)
  expect((await signWith(text)).status).toBe(404)
  expect(await signatures(courseId)).toEqual([])
})

describe('a comment', () => {
  it('stands under its block as text, is written once, and tells whom it mentions', async () => {
    const courseId = await published()
    const [her, colleague] = [await reviewer(`course:${courseId}`), await reviewer(`course:${courseId}`)]
    const text = textOf(courseId)
    await callAs(her.sessionId)
    const fields = { draft: randomUUID(), commentText: '<script>alert(1)</script>', mentions: colleague.signer }

    expect(await comment(text, fields)).toMatchObject({ status: 303 })
    expect(await comment(text, fields)).toMatchObject({ status: 303 })

    const html = (await view(text)).html
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script>alert(1)')
    expect(html).not.toContain('Conseillère <b>')
    expect(await db().editorialComment.count({ where: { threadId: fields.draft } })).toBe(1)
    const mails = await db().mail.findMany({ where: { accountId: colleague.accountId, kind: 'mentioned' } })
    expect(mails).toHaveLength(1)
    const { text: words } = writeLetter(mails[0]?.letter as Letter)
    expect(words).toContain(`/fr/review/lesson/${courseId}~offence/fr?view=comments`)
    expect(words).not.toContain('alert')
  })

  it('is answered and settled by other reviewers, and keeps function and body when its author goes', async () => {
    const courseId = await published()
    const [her, colleague] = [await reviewer(`course:${courseId}`), await reviewer(`course:${courseId}`)]
    const text = textOf(courseId)
    const thread = randomUUID()
    await callAs(her.sessionId)
    await comment(text, { draft: thread, source: 'yes' })
    await callAs(colleague.sessionId)

    expect(await comment(text, { thread, commentText: 'La source suit.' }, '?view=comments')).toMatchObject({
      status: 303,
    })
    expect(await send(settle, text, '/settle', { thread, resolved: 'yes' })).toMatchObject({ status: 303 })

    expect(await db().editorialThread.findUnique({ where: { id: thread } })).toMatchObject({
      missingSource: true,
      block: 'b1',
      resolvedAt: expect.any(Date),
    })
    await deleteAccount(mayChange(her), PASSWORD, { address: '192.0.2.78', now: new Date() })
    const html = (await view(text, '?view=comments')).html
    expect(html).toContain(t('editorial.text.settled'))
    expect(html).toContain('La source suit.')
    expect(html).toContain('Point débattu.')
    expect(await db().editorialComment.findFirst({ where: { id: thread } })).toMatchObject({
      accountId: null,
      function: 'Conseillère <b>',
    })
  })

  it('stays with its passage if the text changed meanwhile; else it comes back with what was typed', async () => {
    const courseId = await published()
    const text = textOf(courseId)
    await callAs((await reviewer(`course:${courseId}`)).sessionId)
    const again = async (release: number, fr: string, others = BODIES) => {
      await publish(courseId, release, content(courseId, { ...others, fr }, { ...HASHES, fr: `f${release}` }))
      releases.reset()
    }
    expect((await view(text, '?at=b1')).html).toContain(`name="was" value="${wordsOf('Le juge évalue le danger.')}"`)

    await again(2, '## Le danger {#danger}\n\nAvant tout.\n\nLe juge évalue le danger.')
    const moved = randomUUID()
    expect((await comment(text, { draft: moved })).to).toContain(`#t-${moved}`)
    expect(await db().editorialThread.findUnique({ where: { id: moved } })).toMatchObject({
      block: 'b2',
      passage: 'Le juge évalue le danger.',
    })

    await again(3, '## Le danger {#danger}\n\nLe juge évalue tous les dangers.')
    const changed = await comment(text)
    expect(changed.status).toBe(409)
    expect(changed.html).toContain(t('editorial.text.commented.moved'))
    expect(changed.html).toContain('Point débattu.')
    const was = /name="block" value="b1"\/><input type="hidden" name="was" value="([^"]+)"/.exec(changed.html)?.[1]
    expect(was).toBe(wordsOf('Le juge évalue tous les dangers.'))

    await again(4, '## Le danger {#danger}', localized('## Le danger {#danger}'))
    const gone = await comment(text, { mentions: 'R-2222', source: 'yes' })
    expect(gone.status).toBe(409)
    expect(gone.html).toContain(t('editorial.text.commented.gone'))
    expect(gone.html).toContain('Point débattu.')
    expect(gone.html).toContain('name="block" value=""')
    expect(await db().editorialThread.count({ where: { textId: `${courseId}/offence` } })).toBe(1)
    expect((await comment(text, { block: '', was: '' }, '?at=b1')).status).toBe(303)
  })

  it('is refused in a thread of another text, and if it is blank or too long', async () => {
    const [one, other] = [await published(), await published()]
    const her = await reviewer(`course:${one}`, { parts: [`course:${one}`, `course:${other}`] })
    const thread = randomUUID()
    await callAs(her.sessionId)
    await comment(textOf(one), { draft: thread })

    expect((await comment(textOf(other), { thread })).status).toBe(404)
    expect((await send(settle, textOf(other), '/settle', { thread, resolved: 'yes' })).status).toBe(404)
    expect((await comment(textOf(one), { commentText: ' ' })).status).toBe(400)
    expect((await comment(textOf(one), { commentText: 'x'.repeat(2001) })).status).toBe(400)
  })

  it('is one of 10,000 on a text, of which each page shows a few', async () => {
    const courseId = await published()
    const { signer, accountId, sessionId } = await reviewer(`course:${courseId}`)
    const of = { kind: 'lesson', textId: `${courseId}/offence`, language: 'fr', block: 'b1' }
    const threads = Array.from({ length: 5000 }, (_, at) => ({
      ...of,
      id: randomUUID(),
      createdAt: new Date(at * 1000),
    }))
    await db().editorialThread.createMany({ data: threads })
    const by = { accountId, signer, function: 'F', body: 'B', mentions: [] }
    const comments = threads.flatMap(({ id }) =>
      [0, 1].map((n) => ({ ...by, threadId: id, text: `n${n}`, writtenAt: new Date() })),
    )
    await db().editorialComment.createMany({ data: comments })
    await callAs(sessionId)

    const text = await view(textOf(courseId))
    const page = await view(textOf(courseId), '?view=comments&page=250')

    expect(text.html.match(/class="text-thread"/g)).toHaveLength(30)
    expect(text.html).toContain(t('editorial.text.commentCount', { count: 5000 }))
    expect(page.html.match(/class="text-thread"/g)).toHaveLength(20)
    expect((await view(textOf(courseId), '?view=comments&page=251')).html).toContain(t('editorial.text.noComments'))
  })
})

describe('a signature', () => {
  it('is given once she has reached the end; later changes are shown against the signed text', async () => {
    const courseId = await published()
    await callAs((await reviewer(`course:${courseId}`)).sessionId)
    const text = textOf(courseId)

    expect(await signWith(text)).toMatchObject({ status: 409 })
    expect(await read(text, 'f1')).toMatchObject({ status: 303, to: expect.stringContaining('done=read') })
    expect((await signWith(text, { understood: '' })).status).toBe(400)
    expect(await signWith(text)).toMatchObject({ status: 303 })
    expect(await signWith(text)).toMatchObject({ status: 409 })

    expect(await signatures(courseId)).toMatchObject([
      { language: 'fr', area: 'legal', hash: 'f1', function: 'Conseillère <b>', body: 'Cour d’appel' },
    ])
    expect((await view(text)).html).toContain('class="is-signed"')
    await publishAgain(courseId)
    const changed = await view(text, '?view=diff&with=signed')
    expect(changed.html).toContain('class="is-changed"')
    expect(changed.html).toMatch(/<del>.*le.*<\/del>/)
    expect(changed.html).toMatch(/<ins>.*tous.*<\/ins>/)
    expect((await view(text, '?view=diff&with=published')).html).toContain(t('editorial.text.release', { number: 1 }))
  })

  it('is refused for a text that has changed meanwhile, with what changed', async () => {
    const courseId = await published()
    await callAs((await reviewer(`course:${courseId}`)).sessionId)
    const text = textOf(courseId)
    await read(text, 'f1')
    await publishAgain(courseId)

    const refused = await signWith(text)

    expect(refused.status).toBe(409)
    expect(refused.html).toContain(t('editorial.text.changedMeanwhile'))
    expect(refused.html).toMatch(/<ins>.*tous.*<\/ins>/)
    expect(refused.html).toContain(t('editorial.text.hindered.unread'))
    expect(await signatures(courseId)).toEqual([])
    expect((await read(text, 'f1')).to).toContain('view=diff')
  })

  it('of a second person is held back once to say who signed meanwhile', async () => {
    const courseId = await published()
    const people = [await reviewer(`course:${courseId}`), await reviewer(`course:${courseId}`)]
    const text = textOf(courseId)
    for (const { sessionId } of people) {
      await callAs(sessionId)
      await read(text, 'f1')
    }
    await callAs(people[0]?.sessionId ?? '')
    expect((await signWith(text)).status).toBe(303)
    await callAs(people[1]?.sessionId ?? '')

    const second = await signWith(text)
    expect(second.status).toBe(409)
    expect(second.html).toContain('Une autre personne a signé entre-temps')
    const seen = /name="seen" value="([^"]*)"/.exec(second.html)?.[1] ?? ''
    expect((await signWith(text, { seen })).status).toBe(303)
    expect(await signatures(courseId)).toHaveLength(2)
  })

  it('needs a language and an area of the reviewer, and a fresh code', async () => {
    const courseId = await published()
    const { accountId, sessionId } = await reviewer(`course:${courseId}`)
    const [text, english] = [textOf(courseId), textOf(courseId, 'en')]
    await callAs(sessionId)
    await read(text, 'f1')
    await read(english, 'e1')

    expect((await signWith(english, { hash: 'e1' })).status).toBe(403)
    expect(
      (await send(sign, text, '/sign?area=language', { hash: 'f1', area: 'language', seen: '', understood: 'yes' }))
        .status,
    ).toBe(403)
    await db().session.updateMany({ where: { accountId }, data: { provedAt: new Date(Date.now() - 16 * 60_000) } })
    const late = await signWith(text)
    expect(late.status).toBe(401)
    expect(late.html).toContain(t('secondFactor.ask.title'))
    expect(await signatures(courseId)).toEqual([])
  })

  it('is refused to a person who signed in another area or proposed the wording', async () => {
    const courseId = await published()
    const { accountId, sessionId, signer } = await reviewer(`course:${courseId}`, { areas: ['legal', 'language'] })
    const text = textOf(courseId)
    await callAs(sessionId)
    await read(text, 'f1')
    await signWith(text)

    expect(
      (await send(sign, text, '/sign?area=language', { hash: 'f1', area: 'language', seen: '', understood: 'yes' }))
        .status,
    ).toBe(403)
    const arabic = textOf(courseId, 'ar')
    await read(arabic, 'a1')
    const of = { kind: 'lesson', textId: `${courseId}/offence`, language: 'ar', summary: 's', reason: 'r', files: [] }
    await db().editorialProposal.create({
      data: {
        ...of,
        proposedById: accountId,
        signer,
        function: 'F',
        body: 'B',
        proposedAt: new Date(),
        state: 'accepted',
      },
    })
    expect((await signWith(arabic, { hash: 'a1' })).status).toBe(403)
    const page = await answerOf(await getSign(new Request(pathOf(arabic, '/sign?area=legal')), params(arabic)))
    expect(page.html).toContain('Une rédaction que vous avez proposée figure dans ce texte')
  })

  it('is asked for below what colleagues propose to change in its language, which the head of the text counts', async () => {
    const courseId = await published()
    const her = await reviewer(`course:${courseId}`)
    const text = textOf(courseId)
    const propose = async (summary: string, language: string | null, state: string) => {
      const of = { kind: 'lesson', textId: `${courseId}/offence`, reason: 'r', files: [], signer: 'R-2222' }
      const row = { ...of, summary, language, state, function: 'F', body: 'B', proposedAt: new Date() }
      return (await db().editorialProposal.create({ data: row })).id
    }
    const shown = [
      await propose('<b>Peine</b> fausse', 'fr', 'open'),
      await propose('Trois langues', null, 'open'),
      await propose('Fichier changé', 'fr', 'conflict'),
      await propose('Acceptée', 'fr', 'accepted'),
    ]
    const hidden = [await propose('En arabe', 'ar', 'open'), await propose('Refusée', 'fr', 'rejected')]
    await callAs(her.sessionId)
    await read(text, 'f1')

    const { html } = await answerOf(await getSign(new Request(pathOf(text, '/sign?area=legal')), params(text)))
    const ahead = html.slice(0, html.indexOf('id="sign-form"'))
    expect(ahead).toContain('&lt;b&gt;Peine&lt;/b&gt; fausse')
    for (const id of shown) expect(ahead).toContain(`/fr/review/lesson/${courseId}~offence/fr/proposals/${id}`)
    for (const id of hidden) expect(html).not.toContain(id)
    // Accepted and rejected ones wait for nobody.
    const link = html.split('view=history')[1]?.split('</a>')[0]
    expect(link).toContain('<span class="chip warn">4</span>')
    expect((await signWith(text)).status).toBe(303)
  })

  it('is withdrawn only by its signer, with a reason that stays visible', async () => {
    const courseId = await published()
    const [her, other] = [await reviewer(`course:${courseId}`), await reviewer(`course:${courseId}`)]
    const text = textOf(courseId)
    await callAs(her.sessionId)
    await read(text, 'f1')
    await signWith(text)
    const [{ id = '' } = {}] = await signatures(courseId)
    const take = (reason: string) => send(withdraw, text, `/withdraw?signature=${id}`, { signature: id, reason })

    await callAs(other.sessionId)
    expect((await take('Pas la mienne')).status).toBe(404)
    await callAs(her.sessionId)
    expect((await take(' ')).status).toBe(400)
    expect((await take('Article <i>modifié</i>')).status).toBe(303)
    expect((await take('Encore')).status).toBe(404)

    const history = (await view(text, '?view=history')).html
    expect(history).toContain('Article &lt;i&gt;modifié&lt;/i&gt;')
    expect(history).toContain('class="is-unsigned"')
  })
})

it('a signature is withdrawn also by a person whose correction of the text was accepted, and who signed it for another area', async () => {
  const courseId = await published()
  const { accountId, sessionId, signer } = await reviewer(`course:${courseId}`, { areas: ['legal', 'language'] })
  const text = textOf(courseId)
  await callAs(sessionId)
  await read(text, 'f1')
  await signWith(text)
  const [{ id = '' } = {}] = await signatures(courseId)
  const by = { signer, function: 'F', body: 'B' }
  const of = { kind: 'lesson', textId: `${courseId}/offence`, language: 'fr' }
  await db().editorialProposal.create({
    data: {
      ...{ ...of, ...by, summary: 's', reason: 'r', files: [], state: 'accepted' },
      ...{ proposedById: accountId, proposedAt: new Date() },
    },
  })
  // As two accounts leave it that were united.
  await db().editorialSignature.create({
    data: { ...of, ...by, area: 'language', hash: 'f1', signedAt: new Date(), accountId, held: randomUUID() },
  })

  const take = () => send(withdraw, text, `/withdraw?signature=${id}`, { signature: id, reason: 'Peine fausse' })
  await db().session.updateMany({ where: { accountId }, data: { provedAt: new Date(Date.now() - 16 * 60_000) } })
  expect((await take()).status).toBe(401)
  await db().session.updateMany({ where: { accountId }, data: { provedAt: new Date() } })
  expect((await take()).status).toBe(303)
  expect(await db().editorialSignature.findUniqueOrThrow({ where: { id } })).toMatchObject({ reason: 'Peine fausse' })
})

describe('a proposed wording', () => {
  const term = library().terms['trafficking-in-human-beings']
  const text: Text = { kind: 'term', key: 'trafficking-in-human-beings' }
  const note = term?.note?.fr ?? ''
  const propose = (wordingText: string, fields: Record<string, string> = {}) =>
    send(POST, text, '?at=note', {
      act: 'wording',
      draft: randomUUID(),
      block: 'note',
      field: 'note',
      was: hashOfWording(note),
      wordingText,
      wordingReason: 'Plus clair.',
      ...fields,
    })

  const atProposal = (draft: string) => ({
    params: Promise.resolve({ locale: 'fr', kind: 'term', key: text.key, lang: 'fr', proposal: draft }),
  })
  const decideOn = (draft: string, decision: string, note = '') =>
    decide(
      new Request(pathOf(text, `/proposals/${draft}`), {
        method: 'POST',
        body: new URLSearchParams({ decision, note }),
      }),
      atProposal(draft),
    )

  it('is kept as the changed file, shown with its difference, and decided by somebody else once', async () => {
    const [her, other] = [await reviewer('library:term'), await reviewer('library:term')]
    await callAs(her.sessionId)
    const draft = randomUUID()
    expect(await propose(`${note} Rien d’autre.`, { draft })).toMatchObject({ status: 303 })

    const stored = await db().editorialProposal.findUniqueOrThrow({ where: { id: draft } })
    expect(stored).toMatchObject({ state: 'open', language: 'fr', textId: text.key, proposedById: her.accountId })
    const [file] = stored.files as { path: string; text: string; base: string }[]
    expect(file?.path).toBe('library/glossary.yaml')
    expect(file?.text).toContain('Rien d’autre.')
    const deciding = (decision: string, why = '') => decideOn(draft, decision, why)
    expect((await deciding('accept')).status).toBe(403)
    await callAs(other.sessionId)
    const page = await (await getProposal(new Request(pathOf(text, `/proposals/${draft}`)), atProposal(draft))).text()
    expect(page).toMatch(/<ins>.*Rien.*<\/ins>/)
    expect((await deciding('reject')).status).toBe(400)
    expect((await deciding('accept')).status).toBe(303)
    expect((await deciding('reject', 'Trop tard')).status).toBe(409)
    expect(await db().editorialProposal.findUniqueOrThrow({ where: { id: draft } })).toMatchObject({
      state: 'accepted',
      decidedById: other.accountId,
    })
  })

  it('of the names of a term counts for all languages, whose sign-offs cover them: its author signs in none', async () => {
    const [her, other] = [await reviewer('library:term'), await reviewer('library:term')]
    await callAs(her.sessionId)
    const draft = randomUUID()
    const names = { block: 'names', field: '', was: hashOfWording(term?.fr ?? '') }
    expect(await propose('traite de personnes', { ...names, draft })).toMatchObject({ status: 303 })
    expect(await db().editorialProposal.findUniqueOrThrow({ where: { id: draft } })).toMatchObject({ language: null })
    await callAs(other.sessionId)
    expect((await decideOn(draft, 'accept')).status).toBe(303)

    const arabic = { ...text, lang: 'ar' }
    await callAs(her.sessionId)
    const page = await answerOf(await getSign(new Request(pathOf(arabic, '/sign?area=legal')), params(arabic)))
    expect(page.html).toContain('Une rédaction que vous avez proposée figure dans ce texte')
    expect((await signWith(arabic, { hash: 'a1' })).status).toBe(403)
  })

  it('that was accepted can be rejected with a reason until it is exported, and its author gets a letter', async () => {
    const [her, other, third] = [
      await reviewer('library:term'),
      await reviewer('library:term'),
      await reviewer('library:term'),
    ]
    const accepted = async () => {
      const draft = randomUUID()
      await callAs(her.sessionId)
      await propose(`${note} Rien d’autre.`, { draft })
      await callAs(other.sessionId)
      await decideOn(draft, 'accept')
      return draft
    }
    const draft = await accepted()
    expect((await decideOn(draft, 'reject', 'Sans le dire')).status).toBe(409)
    await callAs(her.sessionId)
    expect((await decideOn(draft, 'reject-accepted', 'La mienne')).status).toBe(403)
    await callAs(third.sessionId)
    expect((await decideOn(draft, 'reject-accepted')).status).toBe(400)
    const answers = await Promise.all(
      ['Contraire à la loi', 'Encore'].map((why) => decideOn(draft, 'reject-accepted', why)),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])

    const page = await getProposal(new Request(pathOf(text, `/proposals/${draft}`)), atProposal(draft))
    const html = await page.text()
    for (const said of ['acceptedBy', 'rejectedBy'] as const) expect(html).toContain(t(`editorial.text.${said}`))
    expect(html).not.toContain('name="decision"')
    const row = await db().editorialProposal.findUniqueOrThrow({ where: { id: draft } })
    const by = { acceptedById: other.accountId, decidedById: third.accountId }
    expect(row).toMatchObject({ state: 'rejected', ...by, acceptedAt: expect.any(Date) })
    const letters = await db().mail.findMany({ where: { accountId: her.accountId } })
    expect(letters).toMatchObject([{ kind: 'wordingRejected' }])
    expect(writeLetter(letters[0]?.letter as Letter).text).toContain(`/proposals/${draft}`)

    const written = await accepted()
    await db().editorialProposal.update({ where: { id: written }, data: { state: 'exported', commit: 'c0ffee' } })
    expect((await decideOn(written, 'reject-accepted', 'Trop tard')).status).toBe(409)
    const running = await accepted()
    await inTransaction(async (tx) => {
      await lockExport(tx)
      expect((await decideOn(running, 'reject-accepted', 'Pendant un export')).status).toBe(503)
    })
    expect((await decideOn(running, 'reject-accepted', 'Après')).status).toBe(303)
  })

  it('is refused in plain words if the checks refuse it, and if the text has changed meanwhile', async () => {
    await callAs((await reviewer('library:term')).sessionId)

    const refused = await propose(`${note} Le trafic d’êtres humains.`)
    expect(refused.status).toBe(400)
    expect(refused.html).toContain(t('editorial.text.refusedByChecks'))
    expect(refused.html).toContain('n’est pas retenue ici')
    expect(refused.html).not.toMatch(/glossary\.yaml|is not used here/)
    expect(refused.html).toContain('Le trafic d’êtres humains.')
    expect((await propose('Autre chose.', { was: 'an older one' })).status).toBe(409)
    expect((await propose(note)).status).toBe(400)
    expect((await propose('x', { field: 'confidence', block: 'data' })).status).toBe(400)
  })
})

/** Makes a learner a reviewer of the course that she learns. */
async function mayReview(accountId: string, courseId: string) {
  const signer = `R-${randomUUID().slice(0, 4).toUpperCase()}`
  const scope = { areas: ['legal'], parts: [`course:${courseId}`], languages: ['fr'], function: 'F', body: 'B' }
  await db().role.create({ data: { accountId, role: 'reviewer', scope, signer, grantedAt: new Date() } })
  await passSecondFactor(accountId)
  const session = await db().session.findFirstOrThrow({ where: { accountId } })
  await callAs(session.id)
}

async function examPage(course: string) {
  const request = new Request(`http://localhost:3000/fr/courses/${course}/exam`)
  return (await getExam(request, { params: Promise.resolve({ locale: 'fr', course }) })).text()
}

describe('a bank', () => {
  it('shows the answers of all cohorts beside each question, but nothing for fewer than five people', async () => {
    const { courseId, accountId, releaseId } = await examinee({ course: { bankHashes: HASHES } })
    releases.reset()
    await mayReview(accountId, courseId)
    const bank: Text = { kind: 'bank', key: courseId }
    await send(openBank, bank, '/bank', {})
    const { bank: questions } = (await loadRelease(releaseId)).course
    // Half of them are right, and three of five are sure.
    const answers = (people: number): FirstAttempt[] =>
      Array.from({ length: people }, (_, n) => ({
        personKey: `p${n}`,
        language: n % 2 === 0 ? 'ar' : 'fr',
        questionId: 'q1',
        provisions: ['cp-448-1'],
        score: n < people / 2 ? 1 : 0,
        chosen: [],
        certainty: n % 5 < 2 ? 'guess' : 'sure',
      }))
    const close = async (people: number) => {
      const { id: cohortId } = await makeCohort(await makeSchool())
      const figures = discloseGroup(answers(people), questions, null) as object
      const row = { cohortId, courseId, releaseId, answers: 'exam', number: 1, until: new Date(), figures }
      await db().closedGroup.create({ data: row })
    }
    const seen = async (id: string) => (await view(bank)).html.split(`id="q-${id}"`)[1]?.split('</section>')[0] ?? ''

    await close(4)
    expect(await seen('q1')).toContain(t('editorial.text.figures.none'))
    await close(40)
    // Figures are cached for an hour, or until something is published.
    await publish(courseId, 2, { bankHashes: HASHES })
    releases.reset()
    const q1 = (await seen('q1')).replace(/\s/g, ' ')
    expect(q1).toContain(t('editorial.text.figures.title'))
    expect(q1).toMatch(/50 % [^<]*n = 40/)
    expect(q1).toMatch(/60 % [^<]*n = 20/)
    expect(q1).toMatch(/العربية : 50 % [^<]*n = 20/)
    expect(await seen('q2')).toContain(t('editorial.text.figures.none'))

    // Nobody was asked the new wording of the question.
    await publish(courseId, 3, { bankHashes: HASHES, bank: [singleChoice({ id: 'q1', stem: localized('Autre') })] })
    releases.reset()
    expect(await seen('q1')).toContain(t('editorial.text.figures.none'))
  })

  it('warns the reviewer before it opens, and then closes the exam to her', async () => {
    const { courseId, accountId, start } = await examinee({ course: { bankHashes: HASHES } })
    releases.reset()
    await mayReview(accountId, courseId)
    const bank: Text = { kind: 'bank', key: courseId }

    const before = await view(bank)
    expect(before.html).toContain(t('editorial.text.bankWarning'))
    expect(await examPage(courseId)).toContain('/exam/start')
    expect(before.html).not.toContain('id="q-q1"')
    const refused = await comment(bank, { block: 'q-q1' }, '?at=q-q1')
    expect(refused.status).toBe(409)
    expect(refused.html).toContain(t('errors.bank-unopened'))
    // Links to a new question and to a proposed one lead to the page with the warning and the button.
    const links = [
      await getQuestion(new Request(pathOf(bank, '/question')), params(bank)),
      await getProposal(new Request(pathOf(bank, `/proposals/${randomUUID()}`)), {
        params: Promise.resolve({ ...(await params(bank).params), proposal: randomUUID() }),
      }),
    ]
    for (const link of links) {
      expect([link.status, link.headers.get('location')]).toEqual([303, `/fr/review/bank/${courseId}/fr`])
    }
    expect((await send(openBank, bank, '/bank', {})).status).toBe(303)
    expect((await view(bank)).html).toContain('id="q-q1"')
    await expect(start()).rejects.toMatchObject({ code: 'bank-opened' })
    const exam = await examPage(courseId)
    expect(exam).toContain(t('errors.bank-opened'))
    expect(exam).not.toContain('/exam/start')
  })

  it('stays closed to her while she sits its exam', async () => {
    const { courseId, accountId, start } = await examinee({ course: { bankHashes: HASHES } })
    releases.reset()
    await mayReview(accountId, courseId)
    await start()
    const bank: Text = { kind: 'bank', key: courseId }

    const closed = await view(bank)
    expect(closed.status).toBe(403)
    expect(closed.html).toContain(t('errors.bank-closed'))
    expect((await send(openBank, bank, '/bank', {})).status).toBe(403)
    expect(await db().bankOpening.count({ where: { accountId } })).toBe(0)
  })
})
