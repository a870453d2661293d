import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  GET as getQuestion,
  POST as postQuestion,
} from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/question/route'
import { GET as getLesson, POST as postLesson } from '@/app/[locale]/(review)/review/new/[course]/lesson/route'
import {
  GET as getTranslation,
  POST as postTranslation,
} from '@/app/[locale]/(review)/review/new/[course]/translation/route'
import { GET as getCreation, POST as postCreation } from '@/app/[locale]/(review)/review/new/proposals/[proposal]/route'
import { GET as getNew } from '@/app/[locale]/(review)/review/new/route'
import { GET as getQueue } from '@/app/[locale]/(review)/review/route'
import { assembleCourse } from '@/domain/course/assemble-course'
import { lessonFileSchema } from '@/domain/course/course'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { checkedCourse } from '@/server/content/check-content'
import { readText } from '@/server/content/disk'
import { library } from '@/server/content/library'
import { splitFrontMatter } from '@/server/content/read-prose'
import { releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { closeCandidates, insertCandidate } from '@/server/db/editorial/editorial-candidates'
import { forgetCandidate } from '@/server/editorial/candidate'
import { publish } from '../support/exam-room'
import { callAs } from '../support/next-headers'
import { insertPerson } from '../support/people'
import { passSecondFactor } from '../support/staff'

const t = translator('fr')
const COURSE = 'fundamentals'
const fileNow = (path: string) => readText(process.cwd(), path) ?? ''

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  const { course } = checkedCourse(process.cwd(), COURSE, library())
  await publish(COURSE, 1, assembleCourse(course, library()))
  releases.reset()
})
beforeEach(async () => {
  await db().editorialProposal.deleteMany()
})

async function reviewer(part = `course:${COURSE}`) {
  const person = await insertPerson({ locale: 'fr' })
  const { accountId } = person
  const scope = { areas: ['legal'], parts: [part], languages: ['ar', 'fr'], function: 'Conseillère', body: 'Cour' }
  const signer = `R-${randomUUID().slice(0, 6).toUpperCase()}`
  await db().role.create({ data: { accountId, role: 'reviewer', scope, signer, grantedAt: new Date() } })
  await passSecondFactor(accountId)
  await callAs(person.sessionId)
  return person
}

async function answerOf(response: Response) {
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() }
}
type Fields = Record<string, string | readonly string[]>
function sent(address: string, fields: Fields) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return new Request(`http://localhost:3000${address}`, { method: 'POST', body })
}
const asked = (address: string) => new Request(`http://localhost:3000${address}`)
const SAVE = { save: 'yes', sourceSummary: 'Du nouveau', wordingReason: 'Il manquait.' }
const OFFENCE = lessonFileSchema.parse(parse(fileNow(`courses/${COURSE}/offence/lesson.yaml`)))
const SAID = {
  ar: 'يكفي فعل واحد من الأفعال المذكورة',
  fr: 'Un seul des actes suffit',
  en: 'Any one of the acts is enough',
}
const inEach = (base: string, text: (locale: (typeof LOCALES)[number]) => string): Fields =>
  Object.fromEntries(LOCALES.map((locale) => [`${base}.${locale}`, text(locale)]))

describe('a new lesson', () => {
  const props = (course = COURSE) => ({ params: Promise.resolve({ locale: 'fr', course }) })
  const address = `/fr/review/new/${COURSE}/lesson`
  const post = async (fields: Fields, course = COURSE) =>
    answerOf(await postLesson(sent(address, fields), props(course)))
  /** The text of an existing lesson with other ids. */
  const again = (id: string, text: string) => text.replaceAll('offence-p', `${id}-p`).replaceAll('offence#', `${id}#`)
  const head = (lessonId: string): Fields => ({
    draft: randomUUID(),
    lessonId,
    after: 'offence',
    sensitive: 'yes',
    ...inEach('title', (locale) => OFFENCE.title[locale]),
    'title.fr': 'L’infraction, deuxième lecture',
    ...inEach('summary', (locale) => OFFENCE.summary[locale]),
    ...inEach('objectives', (locale) => OFFENCE.objectives.map((one) => one[locale]).join('\r\n')),
  })
  const whole = (lessonId = 'offence-again'): Fields => ({
    ...head(lessonId),
    ...inEach('body', (locale) =>
      again(lessonId, splitFrontMatter(fileNow(`courses/${COURSE}/offence/${locale}.md`)).body),
    ),
    practice: again(lessonId, fileNow(`courses/${COURSE}/offence/practice.yaml`)),
  })

  it('begins with files that are prepared in the three languages, and keeps nothing yet', async () => {
    await reviewer()
    expect((await answerOf(await getLesson(asked(address), props()))).html).not.toContain('name="practice"')

    const begun = await post(head('offence-again'))

    expect(begun.status).toBe(200)
    for (const locale of LOCALES) expect(begun.html).toContain(`name="body.${locale}"`)
    expect(begun.html).toContain('::quiz{id=&quot;offence-again-p1&quot;}')
    expect(begun.html).toContain('- id: offence-again-p1')
    expect(await db().editorialProposal.count()).toBe(0)
    // A lesson that is too short is refused.
    const refused = await post({ ...whole(), ...inEach('body', () => '## Rien {#start}'), ...SAVE })
    expect(refused.status).toBe(400)
    expect(refused.html).toContain(t('editorial.findings.lesson-length'))
    expect(refused.html).toContain(
      `${t('editorial.fileNames.text', { language: 'Français' })}, ${t('editorial.source.line', { number: 1 })}`,
    )
    expect(await db().editorialProposal.count()).toBe(0)
  })

  it('is one proposal of all its files and of its place in the course', async () => {
    const { accountId } = await reviewer()
    const fields = whole()
    const checked = await post(fields)
    expect(checked.status).toBe(200)
    expect(checked.html).toContain('id="preview-ar"')
    expect(checked.html).toContain(t('editorial.new.noFindings'))

    for (const _ of ['first', 'again']) {
      expect(await post({ ...fields, ...SAVE })).toMatchObject({ status: 303, to: '/fr/review/new?done=proposed' })
    }

    const [row, ...more] = await db().editorialProposal.findMany()
    expect(more).toEqual([])
    expect(row).toMatchObject({
      kind: 'lesson',
      textId: `${COURSE}/offence-again`,
      language: null,
      state: 'open',
      proposedById: accountId,
      creates: `lesson ${COURSE}/offence-again`,
    })
    const files = row?.files as { path: string; base: string; baseHash: string | null; text: string }[]
    const folder = `courses/${COURSE}/offence-again`
    expect(files.map(({ path, baseHash }) => [path, baseHash !== null])).toEqual([
      [`courses/${COURSE}/course.yaml`, true],
      [`${folder}/lesson.yaml`, false],
      ...LOCALES.map((locale) => [`${folder}/${locale}.md`, false]),
      [`${folder}/practice.yaml`, false],
    ])
    const outline = parse(files[0]?.text ?? '').outline as string[]
    expect(outline[outline.indexOf('offence') + 1]).toBe('offence-again')
    expect(parse(files[1]?.text ?? '')).toMatchObject({ id: 'offence-again', revision: 1, sensitive: true })
    expect(files[2]?.text.startsWith('---\nrevision: 1\n---\n\n')).toBe(true)
    // Nothing was written.
    expect(readText(process.cwd(), `${folder}/lesson.yaml`)).toBeNull()
  })

  it('is stored once if it is proposed several times at once', async () => {
    await reviewer()
    const sendAll = ['one', 'two', 'three'].map(() => post({ ...whole(), ...SAVE }))

    const statuses = (await Promise.all(sendAll)).map(({ status }) => status)

    expect(statuses.toSorted()).toEqual([303, 409, 409])
    expect(await db().editorialProposal.count()).toBe(1)
    // The name of a rejected proposal can be used again.
    await db().editorialProposal.updateMany({ data: { state: 'rejected' } })
    expect((await post({ ...whole(), ...SAVE })).status).toBe(303)
  })

  it.each(['offence', '../child', 'a/b', 'Offence', 'bank', 'cases', '.git', 'x'.repeat(80), ''])(
    'is refused under the name %j, with what was typed',
    async (lessonId) => {
      await reviewer()
      const refused = await post({ ...whole('offence-again'), lessonId, ...SAVE })

      expect([400, 409]).toContain(refused.status)
      expect(refused.html).toContain('L’infraction, deuxième lecture')
      expect(await db().editorialProposal.count()).toBe(0)
    },
  )

  it('is refused if its objectives differ in number, its place is gone, or a citation is unknown', async () => {
    await reviewer()
    const differing = await post({ ...whole(), 'objectives.en': 'One only', ...SAVE })
    expect(differing.status).toBe(400)
    expect(differing.html).toContain(t('fields.problems.lines'))
    expect((await post({ ...whole(), after: 'nowhere', ...SAVE })).status).toBe(409)
    const body = `${whole()['body.fr']}\n\nVoir :cite[l’article]{id=cp-9999}.\n`
    expect((await post({ ...whole(), 'body.fr': body, ...SAVE })).html).toContain(
      t('editorial.findings.unknown-citation'),
    )
    expect(await db().editorialProposal.count()).toBe(0)
  })

  it('is not found by a reviewer of other texts', async () => {
    await reviewer('library:term')

    expect((await answerOf(await getLesson(asked(address), props()))).status).toBe(404)
    expect((await post({ ...whole(), ...SAVE })).status).toBe(404)
    expect((await post({ ...whole(), ...SAVE }, '..')).status).toBe(404)
  })

  it('is accepted by another person, on a page that shows it in three languages', async () => {
    const first = await reviewer()
    await post({ ...whole(), ...SAVE })
    const [row] = await db().editorialProposal.findMany()
    const proposal = row?.id ?? ''
    const its = { params: Promise.resolve({ locale: 'fr', proposal }) }
    const page = `/fr/review/new/proposals/${proposal}`
    expect(
      (await answerOf(await getNew(asked('/fr/review/new'), { params: Promise.resolve({ locale: 'fr' }) }))).html,
    ).toContain(page)
    const own = await answerOf(await getCreation(asked(page), its))
    expect(own.html).toContain(t('editorial.text.ownProposal'))
    const decide = async () =>
      (await postCreation(sent(page, { decision: 'accept', note: '' }), { params: its.params })).status
    expect(await decide()).toBe(403)

    await reviewer('library:term')
    expect((await answerOf(await getCreation(asked(page), its))).status).toBe(404)
    await reviewer()
    const shown = await answerOf(await getCreation(asked(page), its))
    expect(LOCALES.filter((locale) => shown.html.includes(`id="preview-${locale}"`))).toEqual(['fr'])
    for (const locale of LOCALES) {
      const other = `${page}?preview=${locale}`
      expect(shown.html).toContain(`href="${other}#preview-${locale}"`)
      expect((await answerOf(await getCreation(asked(other), its))).html).toContain(`id="preview-${locale}"`)
    }
    expect(shown.html).toContain(`courses/${COURSE}/offence-again/lesson.yaml`)
    expect(await decide()).toBe(303)
    expect(await db().editorialProposal.findMany()).toMatchObject([
      { state: 'accepted', proposedById: first.accountId },
    ])
  })
})

describe('a new question', () => {
  const LESSON = { kind: 'lesson', key: `${COURSE}~offence` }
  const props = ({ kind, key } = LESSON) => ({ params: Promise.resolve({ locale: 'fr', kind, key, lang: 'fr' }) })
  const addressOf = ({ kind, key } = LESSON) => `/fr/review/${kind}/${key}/fr/question`
  const post = async (fields: Fields, text = LESSON) =>
    answerOf(await postQuestion(sent(addressOf(text), fields), props(text)))
  const question = (): Fields => ({
    draft: randomUUID(),
    questionId: 'offence-p90',
    kind: 'single',
    objective: 'qualify',
    pattern: 'yes',
    place: '1',
    ...inEach('stem', (locale) => `${SAID[locale]}؟`.replace('؟', locale === 'ar' ? '؟' : '.')),
    ...inEach('text-a', (locale) => ({ ar: 'نعم', fr: 'Oui', en: 'Yes' })[locale]),
    ...inEach('feedback-a', (locale) => `${SAID[locale]}.`),
    'cites-a': 'cp-448-1#1',
    ...inEach('text-b', (locale) => ({ ar: 'لا', fr: 'Non', en: 'No' })[locale]),
    ...inEach('feedback-b', (locale) => `${SAID[locale]}.`),
    'cites-b': 'cp-448-1#1, cp-448-1#2',
    'cites-c': '',
    'cites-d': '',
    correct: ['a'],
    ...inEach('explanation', (locale) => `${SAID[locale]}.`),
    cites: 'cp-448-1#1',
    reread: 'offence#act',
  })

  it('is placed in the three languages, and is one proposal of four files', async () => {
    await reviewer()
    expect((await answerOf(await getQuestion(asked(addressOf()), props()))).html).toContain('name="place"')
    const checked = await post(question())
    expect(checked.html).toContain(t('editorial.new.noFindings'))

    expect((await post({ ...question(), ...SAVE })).to).toContain('done=proposed')

    const [row] = await db().editorialProposal.findMany()
    expect(row).toMatchObject({
      kind: 'lesson',
      textId: `${COURSE}/offence`,
      creates: `question ${COURSE}/offence-p90`,
    })
    const files = row?.files as { path: string; base: string; text: string }[]
    expect(files.map(({ path }) => path.split('/').at(-1))).toEqual(['practice.yaml', 'ar.md', 'fr.md', 'en.md'])
    const [practice, ...texts] = files
    expect(practice?.text.startsWith(practice.base.trimEnd())).toBe(true)
    expect((parse(practice?.text ?? '') as unknown[]).at(-1)).toMatchObject({
      id: 'offence-p90',
      kind: 'single',
      options: [{ id: 'a' }, { id: 'b', cites: ['cp-448-1#1', 'cp-448-1#2'] }],
      correct: ['a'],
    })
    for (const { base, text } of texts) expect(text.replace('\n\n::quiz{id="offence-p90"}', '')).toBe(base)
  })

  it('that is true or false has no option texts, and a faulty one comes back with its line', async () => {
    await reviewer()
    expect((await post({ ...question(), kind: 'true-false', ...SAVE })).status).toBe(303)
    const [row] = await db().editorialProposal.findMany()
    const [practice] = (row?.files ?? []) as { text: string }[]
    expect((parse(practice?.text ?? '') as unknown[]).at(-1)).toMatchObject({
      options: [{ id: 'true' }, { id: 'false' }],
      correct: ['true'],
    })

    const wrong = await post({
      ...question(),
      questionId: 'offence-p91',
      'stem.fr': 'Un acte <b>suffit</b>.',
      cites: 'cp-9999',
      ...SAVE,
    })
    expect(wrong.status).toBe(400)
    expect(wrong.html).toContain(t('editorial.findings.unknown-citation'))
    expect(wrong.html).toMatch(/les questions de la leçon, ligne \d+/)
    expect((await post({ ...question(), questionId: 'offence-p91', 'feedback-b.ar': '', ...SAVE })).html).toContain(
      t('editorial.findings.option-feedback'),
    )
    expect(wrong.html).toContain('Un acte &lt;b&gt;suffit&lt;/b&gt;.')
    expect(await db().editorialProposal.count()).toBe(1)
  })

  it('cannot take the id of a question of the lesson or the bank, nor a proposed one', async () => {
    await reviewer()
    const bank = parse(fileNow(`courses/${COURSE}/bank/qualify.yaml`)) as { id: string }[]
    for (const questionId of ['offence-p1', bank[0]?.id ?? '']) {
      const taken = await post({ ...question(), questionId, ...SAVE })
      expect(taken.status).toBe(409)
      expect(taken.html).toContain(t('editorial.new.taken'))
    }
    const both = await Promise.all([post({ ...question(), ...SAVE }), post({ ...question(), ...SAVE })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
  })

  it.each<Fields>([
    { questionId: '../x' },
    { objective: 'none of them' },
    { correct: [] },
    { cites: '' },
    { reread: 'somewhere' },
    { 'stem.ar': ' ' },
    { place: '' },
    { kind: 'matching' },
  ])('is refused with %j', async (fields) => {
    await reviewer()

    expect((await post({ ...question(), ...fields, ...SAVE })).status).toBe(400)
    expect((await post({ ...question(), place: '9999', ...SAVE })).status).toBe(409)
    expect(await db().editorialProposal.count()).toBe(0)
  })

  it('of a bank goes to a file of it, once the bank is open to her', async () => {
    const { accountId } = await reviewer()
    const bank = { kind: 'bank', key: COURSE }
    const fields = { ...question(), questionId: 'qualify-p90', place: `courses/${COURSE}/bank/qualify.yaml` }
    expect((await post({ ...fields, ...SAVE }, bank)).status).toBe(409)
    await db().bankOpening.create({ data: { accountId, courseId: COURSE, openedAt: new Date() } })

    expect((await post({ ...fields, place: 'package.json', ...SAVE }, bank)).status).toBe(409)
    expect((await post({ ...fields, ...SAVE }, bank)).status).toBe(303)
    expect(await db().editorialProposal.findMany()).toMatchObject([{ kind: 'bank', textId: COURSE }])
  })

  it('is not found for other kinds of text, nor by a reviewer of other texts', async () => {
    await reviewer('library:term')
    expect((await post(question())).status).toBe(404)
    const term = { kind: 'term', key: 'coercion' }
    expect((await answerOf(await getQuestion(asked(addressOf(term)), props(term)))).status).toBe(404)
  })
})

describe('a new translation', () => {
  // A lesson without its English text is in the open candidate, and not in the outline yet.
  const folder = `courses/${COURSE}/offence-draft`
  const PATH = `${folder}/en.md`
  const draftOf = (name: string) =>
    fileNow(`courses/${COURSE}/offence/${name}`)
      .replaceAll('offence-p', 'offence-draft-p')
      .replace('id: offence\n', 'id: offence-draft\n')
  const address = `/fr/review/new/${COURSE}/translation?kind=lesson&id=offence-draft&language=en`
  const props = { params: Promise.resolve({ locale: 'fr', course: COURSE }) }
  const post = async (fields: Fields) => answerOf(await postTranslation(sent(address, fields), props))
  const body = splitFrontMatter(draftOf('en.md')).body.trim()

  async function openDraft() {
    const files = ['lesson.yaml', 'practice.yaml', 'ar.md', 'fr.md'].map((name) => ({
      path: `${folder}/${name}`,
      text: draftOf(name),
    }))
    await insertCandidate(db(), { source: 'a branch', files }, new Date())
    forgetCandidate()
  }
  afterEach(async () => {
    await closeCandidates(db(), new Date())
    forgetCandidate()
  })

  it('is the missing file, with the revision of the text', async () => {
    await reviewer()
    expect((await answerOf(await getTranslation(asked(address), props))).status).toBe(404)
    await openDraft()
    const list = await answerOf(await getNew(asked('/fr/review/new'), { params: Promise.resolve({ locale: 'fr' }) }))
    expect(list.html).toContain('/translation?kind=lesson&amp;id=offence-draft&amp;language=en')
    const shown = await answerOf(await getTranslation(asked(address), props))
    expect(shown.html).toMatch(/<textarea[^>]*name="body"[^>]*dir="ltr" lang="en"/)

    const checked = await post({ draft: randomUUID(), body })
    expect(checked.html).toContain(t('editorial.new.noFindings'))
    expect(checked.html).toContain('id="preview-en"')
    expect((await post({ draft: randomUUID(), body, ...SAVE })).status).toBe(303)

    const revision = parse(draftOf('lesson.yaml')).revision
    const rows = await db().editorialProposal.findMany()
    expect(rows).toMatchObject([
      {
        language: 'en',
        creates: `file ${PATH}`,
        files: [{ path: PATH, baseHash: null, base: '', text: `---\nrevision: ${revision}\n---\n\n${body}\n` }],
      },
    ])
    expect((await post({ draft: randomUUID(), body, ...SAVE })).status).toBe(409)
    const its = { params: Promise.resolve({ locale: 'fr', proposal: rows[0]?.id ?? '' }) }
    const page = await answerOf(await getCreation(asked(`/fr/review/new/proposals/${rows[0]?.id}`), its))
    expect(page.status).toBe(200)
    expect(page.html).toContain(PATH)
  })

  it('is refused with other blocks than the text has, and keeps what was typed', async () => {
    await reviewer()
    await openDraft()

    const refused = await post({ draft: randomUUID(), body: '## Alone {#alone}\n\nFew words.', ...SAVE })

    expect(refused.status).toBe(400)
    expect(refused.html).toContain(t('editorial.findings.equal-structure'))
    expect(refused.html).toContain('Few words.')
    expect(await db().editorialProposal.count()).toBe(0)
  })
})

it('is offered on the desk of a reviewer', async () => {
  await reviewer()
  const { html } = await answerOf(await getQueue(asked('/fr/review'), { params: Promise.resolve({ locale: 'fr' }) }))

  expect(html).toContain('href="/fr/review/new"')
})
