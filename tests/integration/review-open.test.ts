import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { GET as getLesson } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/route'
import { GET as getReview, POST as postReview } from '@/app/[locale]/(review)/review/[kind]/[key]/[lang]/route'
import { buildAssets } from '@/scripts/build-assets'
import { main as openReview } from '@/scripts/review-open'
import { publishChanged } from '@/server/content/publish-course'
import { db } from '@/server/db/client'
import { candidateTexts, forgetCandidate } from '@/server/editorial/candidate'
import { candidateFiles } from '@/server/editorial/candidate/candidate-files'
import { closeCandidate, openCandidate } from '@/server/editorial/candidate/open-candidate'
import { presentText } from '@/server/editorial/present-text'
import { editorialTexts } from '@/server/editorial/texts'
import { hashOfWording } from '@/server/editorial/wordings'
import { callAs } from '@/tests/support/next-headers'
import { callOnDatabase } from '../support/call-on-database'
import { contentCopy } from '../support/content-copy'
import { contentRepository } from '../support/content-repository'
import { insertPerson } from '../support/people'
import { runCommand } from '../support/run-command'
import { passSecondFactor } from '../support/staff'

const NOW = new Date('2026-11-28T12:00:00Z')
const COURSE = 'courses/awareness'
const FRENCH = `${COURSE}/act/fr.md`
const DRAFT = 'Observez sans juger'

const draft = contentCopy()
const files = contentRepository()
afterAll(() => {
  draft.discard()
  files.discard()
})
beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  await publishChanged(process.cwd(), ['awareness'])
})
afterEach(async () => {
  draft.undo()
  files.reset()
  await db().editorialCandidate.deleteMany()
  forgetCandidate()
})

const open = () => openCandidate(process.cwd(), draft.root, NOW)

/** A copy of a lesson under another name, in the outline. */
function addLesson() {
  mkdirSync(path.join(draft.root, COURSE, 'later'), { recursive: true })
  for (const name of ['ar.md', 'fr.md', 'en.md', 'lesson.yaml', 'practice.yaml']) {
    draft.write(`${COURSE}/later/${name}`, draft.read(`${COURSE}/act/${name}`).replaceAll('act-p', 'later-p'))
  }
  draft.editYaml(`${COURSE}/later/lesson.yaml`, (file) => file.set('id', 'later'))
  draft.editYaml(`${COURSE}/course.yaml`, (file) => file.set('outline', ['signs', 'act', 'later']))
}

async function visit(lesson: string) {
  await callAs(null)
  const request = new Request(`http://localhost:3000/fr/courses/awareness/lessons/${lesson}`)
  return getLesson(request, { params: Promise.resolve({ locale: 'fr', course: 'awareness', lesson }) })
}

const address = (lesson: string) => `http://localhost:3000/fr/review/lesson/awareness~${lesson}/fr`
const place = (lesson: string) => ({
  params: Promise.resolve({ locale: 'fr', kind: 'lesson', key: `awareness~${lesson}`, lang: 'fr' }),
})
const review = (lesson: string) => getReview(new Request(address(lesson)), place(lesson))

async function callAsReviewer() {
  const { accountId, sessionId } = await insertPerson()
  const scope = { areas: ['legal'], parts: ['course:awareness'], languages: ['fr'], function: 'Juge', body: 'Cour' }
  await db().role.create({ data: { accountId, role: 'reviewer', scope, signer: 'R-7K3F', grantedAt: new Date() } })
  await passSecondFactor(accountId)
  await callAs(sessionId)
}

describe('a candidate', () => {
  it('shows the desk what it changes, and learners nothing of it', async () => {
    const published = await editorialTexts()
    draft.edit(FRENCH, (text) => text.replace('**Notez**', `**${DRAFT}**`))
    draft.editYaml('library/glossary.yaml', (file) => file.setIn([0, 'fr'], 'autre terme'))
    addLesson()
    expect(await open()).toMatch(/^content-.+ is open to reviewers: 8 files differ from those here\.$/)

    const { list, drafts, byName } = await editorialTexts()
    const changed = byName.get('lesson awareness/act')
    expect(changed?.hashes.fr).not.toBe(published.byName.get('lesson awareness/act')?.hashes.fr)
    expect(changed?.hashes.ar).toBe(published.byName.get('lesson awareness/act')?.hashes.ar)
    expect([...drafts].filter((name) => name.startsWith('lesson'))).toEqual([
      'lesson awareness/act',
      'lesson awareness/later',
    ])
    expect([...drafts].filter((name) => !name.startsWith('lesson'))).toHaveLength(1)
    expect(list).toHaveLength(published.list.length + 1)
    expect((await candidateTexts())?.courses.get('awareness')?.lessons[1]?.bodies.fr).toContain(DRAFT)

    const [act, later] = [await visit('act'), await visit('later')]
    expect([act.status, later.status]).toEqual([200, 404])
    expect(await act.text()).not.toContain(DRAFT)
    expect(await later.text()).not.toContain(DRAFT)
  })

  it('is read on the review page by reviewers, and does not exist for anybody else', async () => {
    draft.edit(FRENCH, (text) => text.replace('**Notez**', `**${DRAFT}**`))
    addLesson()
    await callAsReviewer()
    expect(await (await review('act')).text()).not.toContain(DRAFT)
    await open()

    const html = await (await review('act')).text()
    expect(html).toContain(DRAFT)
    expect(html).toContain('non publié')
    expect((await review('later')).status).toBe(200)
    expect(await (await review('signs')).text()).not.toContain('non publié')

    await callAs((await insertPerson()).sessionId)
    const [changed, added, none] = [await review('act'), await review('later'), await review('nothing')]
    expect([changed.status, added.status, none.status]).toEqual([404, 404, 404])
    expect(await changed.text()).not.toContain(DRAFT)
  })

  it('takes a proposed wording against its own files', async () => {
    draft.edit(FRENCH, (text) => text.replace('Vous pouvez aussi', `${DRAFT}. Vous pouvez aussi`))
    await open()
    await callAsReviewer()
    const { blocks } = await presentText({ kind: 'lesson', id: 'awareness/act' })
    const block = blocks.find(({ fields }) => fields.some(({ texts }) => texts.fr?.startsWith(DRAFT)))
    const before = block?.fields[0]?.texts.fr ?? ''
    const form = {
      ...{ act: 'wording', draft: randomUUID(), block: block?.id ?? '', field: '', was: hashOfWording(before) },
      ...{ wordingText: before.replace(DRAFT, 'Regardez'), wordingReason: 'Plus simple' },
    }
    const body = new URLSearchParams(form)
    const sent = await postReview(new Request(address('act'), { method: 'POST', body }), place('act'))

    expect(sent.status, await sent.text()).toBe(303)
    const [stored] = await db().editorialProposal.findMany()
    expect(stored?.files).toMatchObject([{ path: FRENCH, base: draft.read(FRENCH) }])
  })

  it('is replaced by the next one, and can be closed', async () => {
    draft.edit(FRENCH, (text) => text.replace('**Notez**', `**${DRAFT}**`))
    await open()
    const first = await candidateTexts()
    draft.edit(FRENCH, (text) => text.replace(DRAFT, 'Retenez'))
    await open()
    expect((await candidateTexts())?.id).not.toBe(first?.id)
    expect(await db().editorialCandidate.count({ where: { closedAt: null } })).toBe(1)

    expect(await closeCandidate(NOW)).toBe('Reviewers see what is published again.')
    expect((await editorialTexts()).drafts.size).toBe(0)
    expect(await closeCandidate(NOW)).toBe('Nothing was open.')
  })

  it('is not opened if a course of it cannot be shown, and what was open stays', async () => {
    draft.edit(FRENCH, (text) => text.replace('**Notez**', `**${DRAFT}**`))
    await open()
    draft.write(`${COURSE}/act/practice.yaml`, '- id: broken\n  kind: single\n')

    await expect(open()).rejects.toThrow(
      /act\/practice\.yaml:1 {2}error.+\nNot opened: awareness cannot be shown as it is\.$/s,
    )
    forgetCandidate()
    expect((await candidateTexts())?.files.get(FRENCH)).toContain(DRAFT)
  })

  it('is opened and closed by a command, which prints its usage if its arguments are wrong', async () => {
    draft.edit(FRENCH, (text) => text.replace('**Notez**', `**${DRAFT}**`))

    expect(runCommand('review-open', draft.root)).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 files differ'),
    })
    expect(await callOnDatabase(openReview, '--close')).toMatchObject({
      code: 0,
      out: expect.stringContaining('published again'),
    })
    for (const args of [[], ['--all'], ['a', 'b']]) {
      expect(await callOnDatabase(openReview, ...args)).toMatchObject({
        code: 1,
        err: expect.stringContaining('Usage'),
      })
    }
  })
})

describe('the files of a candidate', () => {
  const read = (asked: string) => candidateFiles(files.root, asked)

  it('are those of a revision that differ from the files here', () => {
    files.git('checkout', '--quiet', '-b', 'draft')
    files.commit(FRENCH, files.read(FRENCH).replace('**Notez**', `**${DRAFT}**`))
    files.commit(`${COURSE}/later/fr.md`, 'Plus tard.\n')
    files.git('rm', '--quiet', `${COURSE}/act/en.md`)
    files.git('commit', '--quiet', '--message', 'Without English')
    files.git('checkout', '--quiet', '-')

    const { source, files: found } = read('draft')
    expect(source).toMatch(/^draft \([0-9a-f]{12}\)$/)
    expect(found.map(({ path: file, text }) => [file, text && text.length > 0])).toEqual([
      [`${COURSE}/act/en.md`, null],
      [FRENCH, true],
      [`${COURSE}/later/fr.md`, true],
    ])
    expect(found[1]?.text).toContain(DRAFT)
  })

  it('are only the texts of a folder, without links, scripts or the courses that it lacks', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'draft-'))
    mkdirSync(path.join(folder, 'courses/fresh/one'), { recursive: true })
    writeFileSync(path.join(folder, 'courses/fresh/one/fr.md'), 'Neuf.')
    writeFileSync(path.join(folder, 'courses/fresh/one/run.mjs'), 'no text')
    symlinkSync('/etc/hostname', path.join(folder, 'courses/fresh/one/ar.md'))

    expect(read(folder).files).toEqual([{ path: 'courses/fresh/one/fr.md', text: 'Neuf.' }])
    rmSync(folder, { recursive: true })
  })

  it.each([
    ['a name that is none', 'nothing-of-this-name', 'is neither a folder nor a revision'],
    ['an option of git', '--output=x', 'is neither a folder nor a revision'],
    ['a folder without courses', tmpdir(), 'has no file of courses/ or library/'],
    ['the revision of the files here', 'HEAD', 'says the same as the files here'],
  ])('are not read from %s', (_, asked, message) => {
    expect(() => read(asked)).toThrow(message)
  })
})
