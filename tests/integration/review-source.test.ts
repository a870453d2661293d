import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getText } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/route'
import { GET as getAll, POST as postAll } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/source/all/route'
import { POST as check } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/source/check/route'
import { GET, POST } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/source/route'
import { assembleCourse } from '@/domain/course/assemble-course'
import { FIELD_LIMITS } from '@/domain/form/field-limits'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { LIMITS, spendLimit } from '@/server/auth/limits'
import { checkedCourse } from '@/server/content/check-content'
import { readText } from '@/server/content/disk'
import { library } from '@/server/content/library'
import { releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { hashOfFile } from '@/server/editorial/make-change'
import { publish } from '@/tests/support/exam-room'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { passSecondFactor } from '@/tests/support/staff'

const t = translator('fr')
const COURSE = 'fundamentals'
const FILE = `courses/${COURSE}/offence/fr.md`
const fileNow = (path: string) => readText(process.cwd(), path) ?? ''

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  const { course } = checkedCourse(process.cwd(), COURSE, library())
  await publish(COURSE, 1, assembleCourse(course, library()))
  releases.reset()
})

async function reviewer(part: string) {
  const person = await insertPerson({ locale: 'fr' })
  const { accountId } = person
  const scope = { areas: ['legal'], parts: [part], languages: ['ar', 'fr'], function: 'Conseillère', body: 'Cour' }
  const signer = `R-${randomUUID().slice(0, 6).toUpperCase()}`
  await db().role.create({ data: { accountId, role: 'reviewer', scope, signer, grantedAt: new Date() } })
  await passSecondFactor(accountId)
  await callAs(person.sessionId)
  return person
}

type Text = { kind: string; key: string }
const LESSON: Text = { kind: 'lesson', key: `${COURSE}~offence` }
const TERM: Text = { kind: 'term', key: 'trafficking-in-human-beings' }
const addressOf = ({ kind, key }: Text, path: string | null) =>
  `http://localhost:3000/fr/review/${kind}/${key}/fr/source${path === null ? '' : `?file=${encodeURIComponent(path)}`}`
const props = ({ kind, key }: Text) => ({ params: Promise.resolve({ locale: 'fr', kind, key, lang: 'fr' }) })

async function answerOf(response: Response) {
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() }
}
const open = async (text: Text, path: string | null = null) =>
  answerOf(await GET(new Request(addressOf(text, path)), props(text)))

async function send(text: Text, path: string, sourceText: string, fields: Record<string, string> = {}) {
  const body = new FormData()
  const sent = { draft: randomUUID(), was: hashOfFile(fileNow(path)), sourceText, ...fields }
  for (const [name, value] of Object.entries(sent)) body.set(name, value)
  return answerOf(await POST(new Request(addressOf(text, path), { method: 'POST', body }), props(text)))
}
const WHY = { save: 'yes', sourceSummary: 'Une phrase de plus', wordingReason: 'Plus clair.' }
const save = (text: Text, path: string, sourceText: string, fields: Record<string, string> = {}) =>
  send(text, path, sourceText, { ...WHY, ...fields })
const proposals = (textId: string) => db().editorialProposal.findMany({ where: { textId } })

/** The file with more words in its last paragraph, which its last question follows. */
const longer = (words: string) => fileNow(FILE).replace(/\n\n::quiz\{[^}]*\}\s*$/, (question) => ` ${words}${question}`)
const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length

describe('the source of a text', () => {
  it('lists the files of the text alone, opens one, and is reached from its review page', async () => {
    await reviewer(`course:${COURSE}`)

    const shown = await open(LESSON)
    expect(shown.status).toBe(200)
    for (const name of ['ar.md', 'fr.md', 'en.md', 'lesson.yaml', 'practice.yaml']) {
      expect(shown.html).toContain(`courses/${COURSE}/offence/${name}`)
    }
    expect(shown.html).not.toContain('signoff.yaml')
    expect(shown.html).not.toContain('exam.yaml')
    expect(shown.html).toMatch(/<textarea[^>]*name="sourceText"[^>]*dir="ltr"[^>]*lang="fr"/)
    expect((await open(LESSON, `courses/${COURSE}/offence/ar.md`)).html).toMatch(/<textarea[^>]*dir="rtl" lang="ar"/)
    const page = await answerOf(
      await getText(new Request(`http://localhost:3000/fr/review/lesson/${LESSON.key}/fr`), props(LESSON)),
    )
    expect(page.html).toContain(`href="/fr/review/lesson/${LESSON.key}/fr/source"`)
  })

  it.each([
    `courses/${COURSE}/child/fr.md`,
    `courses/${COURSE}/exam.yaml`,
    `courses/${COURSE}/offence/signoff.yaml`,
    `courses/${COURSE}/offence/../bank/prove.yaml`,
    'package.json',
  ])('refuses the file %s, which does not belong to the text', async (path) => {
    await reviewer(`course:${COURSE}`)

    expect((await open(LESSON, path)).status).toBe(404)
    expect((await save(LESSON, path, 'Autre chose.')).status).toBe(404)
    expect(await proposals(`${COURSE}/offence`)).toEqual([])
  })

  it('is not found by a reviewer of other texts, and is closed for a bank that she has not opened', async () => {
    await reviewer('library:term')
    expect((await open(LESSON)).status).toBe(404)
    expect((await save(LESSON, FILE, longer('Rien.'))).status).toBe(404)

    const { accountId } = await reviewer(`course:${COURSE}`)
    const bank: Text = { kind: 'bank', key: COURSE }
    const closed = await open(bank)
    expect(closed).toMatchObject({ status: 303, to: `/fr/review/bank/${COURSE}/fr`, html: '' })
    await db().bankOpening.create({ data: { accountId, courseId: COURSE, openedAt: new Date() } })
    expect((await open(bank)).html).toContain(`courses/${COURSE}/bank/prove.yaml`)
  })
})

describe('a check', () => {
  it('shows what was found beside its line, with the text as it would be, and keeps nothing', async () => {
    await reviewer(`course:${COURSE}`)
    const typed = longer('Une phrase <script>alert(1)</script> nouvelle, :cite[l’article]{id=cp-9999}.')

    const checked = await send(LESSON, FILE, typed)

    expect(checked.status).toBe(200)
    const line = lineOf(typed, 'cp-9999')
    expect(checked.html).toContain(`href="#line-${line}"`)
    expect(checked.html).toContain(`id="line-${line}"`)
    expect(checked.html).toContain(t('editorial.findings.unknown-citation'))
    expect(checked.html).not.toContain('<script>alert')
    expect(checked.html).toContain('nouvelle')
    expect(await proposals(`${COURSE}/offence`)).toEqual([])
  })

  it('shows a change without a fault in all languages, each with its own ids', async () => {
    await reviewer(`course:${COURSE}`)

    const { html } = await send(LESSON, FILE, longer('La phrase nouvelle est courte.'))

    expect(html).toContain(t('editorial.source.noFindings'))
    for (const language of ['ar', 'fr', 'en']) expect(html).toContain(`id="preview-${language}"`)
    const preview = html.slice(html.indexOf('id="preview-fr"'), html.indexOf('id="preview-en"'))
    expect(preview).toContain('La phrase nouvelle est courte.')
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
  })

  it('checks links to other lessons', async () => {
    await reviewer(`course:${COURSE}`)
    const linked = (to: string) => longer(`Voir [la leçon](${to}).`)

    expect((await send(LESSON, FILE, linked('child'))).html).not.toContain(t('editorial.findings.dead-link'))
    expect((await send(LESSON, FILE, linked('child#none'))).html).toContain(t('editorial.findings.dead-link'))
    expect((await send(LESSON, FILE, linked('nowhere'))).html).toContain(t('editorial.findings.dead-link'))
  })

  it('says that an unreadable file has no preview', async () => {
    await reviewer(`course:${COURSE}`)

    const checked = await send(LESSON, `courses/${COURSE}/offence/lesson.yaml`, 'title: [\n')

    expect(checked.status).toBe(200)
    expect(checked.html).toContain(t('editorial.source.noPreview'))
  })
})

describe('the checks while she writes', () => {
  const ask = async (text: Text, path: string, sourceText: string, fields: Record<string, string> = {}) => {
    const body = new FormData()
    const sent = { draft: randomUUID(), was: hashOfFile(fileNow(path)), sourceText, ...fields }
    for (const [name, value] of Object.entries(sent)) body.set(name, value)
    const address = addressOf(text, path).replace('/source', '/source/check')
    return check(new Request(address, { method: 'POST', body }), props(text))
  }

  it('say the line of each fault in this file and in others, and keep nothing', async () => {
    await reviewer(`course:${COURSE}`)
    const typed = longer('Voir :cite[l’article]{id=cp-9999}.')

    const answer = await ask(LESSON, FILE, typed.replaceAll('\n', '\r\n'))

    expect(answer.status).toBe(200)
    const line = lineOf(typed, 'cp-9999')
    const said = await answer.json()
    expect(said.here).toContainEqual(
      expect.objectContaining({ line, severity: 'error', message: t('editorial.findings.unknown-citation') }),
    )
    expect(said.moved).toBe(false)
    expect(await proposals(`${COURSE}/offence`)).toEqual([])
    // A block that the other languages do not have is also a finding in their files.
    const more = await (await ask(LESSON, FILE, `${fileNow(FILE)}\n## Encore {#encore}\n`, { was: 'older' })).json()
    expect([...more.here, ...more.elsewhere].length).toBeGreaterThan(0)
    expect(more.moved).toBe(true)
  })

  it('are only for people who may propose, read no other file, and stop at a limit', async () => {
    await reviewer('library:term')
    expect((await ask(LESSON, FILE, longer('Rien.'))).status).toBe(404)
    const { accountId } = await reviewer(`course:${COURSE}`)
    expect((await ask(LESSON, 'package.json', '{}')).status).toBe(404)
    expect((await ask(LESSON, FILE, '', { draft: 'none' })).status).toBe(400)

    for (let spent = 0; spent < LIMITS['check-source'].hits; spent++) {
      await spendLimit('check-source', accountId, new Date()).catch(() => null)
    }
    expect((await ask(LESSON, FILE, longer('Rien.'))).status).toBe(429)
  })
})

describe('several files together', () => {
  const FOLDER = `courses/${COURSE}/offence`
  const paths = ['ar.md', 'en.md', 'fr.md', 'lesson.yaml', 'practice.yaml'].map((name) => `${FOLDER}/${name}`)
  const address = (text: Text) => addressOf(text, null).replace('/source', '/source/all')
  const sendAll = async (texts: Record<string, string>, fields: Record<string, string> = {}, text = LESSON) => {
    const body = new FormData()
    const sent = { draft: randomUUID(), ...fields }
    for (const [name, value] of Object.entries(sent)) body.set(name, value)
    for (const [place, path] of paths.entries()) {
      if (!(`was.${place}` in fields)) body.set(`was.${place}`, hashOfFile(fileNow(path)))
      body.set(`sourceText.${place}`, texts[path] ?? fileNow(path))
    }
    return answerOf(await postAll(new Request(address(text), { method: 'POST', body }), props(text)))
  }
  const SENTENCES = { ar: 'وهذه جملة جديدة في آخر الدرس.', fr: 'Une phrase de plus.', en: 'One more sentence.' }
  const added = (languages: readonly ('ar' | 'fr' | 'en')[]) =>
    Object.fromEntries(
      languages.map((language) => {
        const path = `${FOLDER}/${language}.md`
        return [path, `${fileNow(path).trimEnd()}\n\n${SENTENCES[language]}\n`]
      }),
    )

  it('become one proposal of the changed ones', async () => {
    await reviewer(`course:${COURSE}`)
    const shown = await answerOf(await getAll(new Request(address(LESSON)), props(LESSON)))
    for (const path of paths) expect(shown.html).toContain(path)
    expect((await open(LESSON)).html).toContain('/source/all"')
    const alone = await sendAll(added(['fr']), WHY)
    expect(alone.status).toBe(400)
    expect(alone.html).toContain(t('editorial.findings.equal-structure'))
    expect(alone.html).toContain(SENTENCES.fr)
    const before = (await proposals(`${COURSE}/offence`)).length

    const texts = added(['ar', 'fr', 'en'])
    const checked = await sendAll(texts)
    expect(checked.html).toContain(t('editorial.new.noFindings'))
    expect(checked.html).toContain('id="preview-ar"')
    const draft = randomUUID()
    expect((await sendAll(texts, { ...WHY, draft })).to).toContain('done=proposed')

    const rows = await proposals(`${COURSE}/offence`)
    expect(rows).toHaveLength(before + 1)
    expect(rows.find(({ id }) => id === draft)).toMatchObject({
      language: null,
      files: paths.slice(0, 3).map((path) => ({ path, base: fileNow(path), text: texts[path] })),
    })
  })

  it('are refused if they are unchanged, outdated, empty, of another text, or by another reviewer', async () => {
    await reviewer(`course:${COURSE}`)
    expect((await sendAll({}, WHY)).html).toContain(t('editorial.source.same'))
    expect((await sendAll(added(['ar', 'fr', 'en']), { ...WHY, 'was.4': 'older' })).status).toBe(409)
    expect((await sendAll({ [paths[0] ?? '']: ' ' }, WHY)).status).toBe(400)
    await reviewer('library:term')
    expect((await sendAll(added(['ar', 'fr', 'en']), WHY)).status).toBe(404)
    expect((await sendAll({}, WHY, TERM)).status).toBe(404)
  })
})

describe('a changed file', () => {
  it('is kept once as a proposal of its text, and the file stays as it is', async () => {
    const { accountId } = await reviewer(`course:${COURSE}`)
    const [draft, before] = [randomUUID(), fileNow(FILE)]
    const typed = longer('Rien d’autre n’est dit.')

    for (const _ of ['first', 'again']) {
      const sent = await save(LESSON, FILE, typed.replaceAll('\n', '\r\n'), { draft })
      expect(sent).toMatchObject({ status: 303, to: expect.stringContaining('done=proposed') })
    }

    const hers = (await proposals(`${COURSE}/offence`)).filter(({ proposedById }) => proposedById === accountId)
    expect(hers).toMatchObject([
      {
        id: draft,
        kind: 'lesson',
        language: 'fr',
        state: 'open',
        summary: WHY.sourceSummary,
        reason: WHY.wordingReason,
        proposedById: accountId,
        files: [{ path: FILE, baseHash: hashOfFile(before), base: before, text: typed }],
      },
    ])
    expect(fileNow(FILE)).toBe(before)
  })

  it('that holds all languages becomes a proposal without a language', async () => {
    await reviewer('library:term')
    const path = 'library/glossary.yaml'
    const typed = `${fileNow(path)}# Une remarque des auteurs.\n`

    expect((await save(TERM, path, typed)).status).toBe(303)
    expect(await proposals(TERM.key)).toMatchObject([{ kind: 'term', language: null, files: [{ path, text: typed }] }])
  })

  it('is refused if it changes another entry of the file, which she could then sign herself', async () => {
    await reviewer('library:term')
    const path = 'library/glossary.yaml'
    const count = await db().editorialProposal.count()
    const other = /(?<=- id: consent\n(?:.*\n)*? {2}fr: ).*/
    const typed = fileNow(path).replace(other, 'Accord réécrit par elle')
    expect(typed).not.toBe(fileNow(path))

    const refused = await save(TERM, path, typed)

    expect(refused.status).toBe(400)
    expect(refused.html).toContain(t('editorial.findings.other-entry'))
    expect(refused.html).toMatch(/<textarea[^>]*name="sourceText"[^>]*>[^<]*Accord réécrit par elle/)
    expect(await db().editorialProposal.count()).toBe(count)
    expect((await save({ kind: 'term', key: 'consent' }, path, typed)).status).toBe(303)
  })

  it('is refused with its lines if the checks find an error, or if a citation is gone', async () => {
    await reviewer(`course:${COURSE}`)
    const count = await db().editorialProposal.count()

    const unknown = await save(LESSON, FILE, longer('Voir :cite[l’article]{id=cp-9999}.'))
    expect(unknown.status).toBe(400)
    expect(unknown.html).toContain(t('editorial.findings.unknown-citation'))
    expect(unknown.html).toContain('Voir :cite[l’article]{id=cp-9999}.')
    const [mark = '', label = ''] = /:cite\[([^\]]+)\]\{id=[^}]+\}/.exec(fileNow(FILE)) ?? []
    const dropped = await save(LESSON, FILE, fileNow(FILE).replace(mark, label))
    expect(dropped.status).toBe(400)
    expect(dropped.html).toContain('Vous avez effacé un renvoi')
    expect(dropped.html).not.toMatch(/dropped-reference|no longer says/)
    expect(await db().editorialProposal.count()).toBe(count)
  })

  it('comes back with what was typed if it is unchanged, outdated, too long or without a reason', async () => {
    await reviewer(`course:${COURSE}`)
    const count = await db().editorialProposal.count()

    expect((await save(LESSON, FILE, fileNow(FILE))).html).toContain(t('editorial.source.same'))
    const moved = await save(LESSON, FILE, longer('Ma phrase à moi.'), { was: 'older' })
    expect(moved.status).toBe(409)
    expect(moved.html).toContain('Ma phrase à moi.')
    // The form keeps the old version, so it is refused again until she opens the present file.
    expect(moved.html).toContain('name="was" value="older"')
    const hasty = await save(LESSON, FILE, longer('Ma phrase à moi.'), { wordingReason: ' ', sourceSummary: '<b>Un' })
    expect(hasty.status).toBe(400)
    expect(hasty.html).toMatch(/<textarea[^>]*name="sourceText"[^>]*>[^<]*Ma phrase à moi\./)
    expect(hasty.html).toContain('value="&lt;b&gt;Un"')
    const long = await save(LESSON, FILE, `Fin. ${'a'.repeat(FIELD_LIMITS.sourceText)}`)
    expect(long.status).toBe(400)
    expect(long.html).toContain('Fin. aaa')
    expect((await save(LESSON, FILE, '')).status).toBe(400)
    expect((await save(LESSON, FILE, longer('x'), { draft: 'none' })).status).toBe(400)
    expect(await db().editorialProposal.count()).toBe(count)
  })
})
