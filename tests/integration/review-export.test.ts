import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TextKey } from '@/domain/signoff/text-key'
import { main as exportCommand } from '@/scripts/review-export'
import { readCourse } from '@/server/content/read-course'
import { readLibraryFiles } from '@/server/content/read-library'
import { db, inTransaction } from '@/server/db/client'
import { holdOffExport, lockExport } from '@/server/db/editorial/editorial-export'
import { exportReview } from '@/server/editorial/export/export-review'
import { linesIn } from '@/server/editorial/export/ledger-text'
import { hashOfFile } from '@/server/editorial/make-change'
import { callOnDatabaseIn } from '../support/call-on-database'
import { contentRepository } from '../support/content-repository'
import { insertPerson } from '../support/people'
import { runIn, runInWith } from '../support/run-command'

const LESSON: TextKey = { kind: 'lesson', id: 'awareness/act' }
const FRENCH = 'courses/awareness/act/fr.md'
const LEDGER = 'courses/awareness/act/signoff.yaml'
const NOW = new Date('2026-11-28T12:00:00Z')
const SIGNER = { signer: 'R-7K3F', function: 'Conseillère', body: 'Cour d’appel de Rabat' }
const BY = 'Conseillère, Cour d’appel de Rabat (R-7K3F)'

const files = contentRepository()
afterAll(files.discard)
beforeEach(async () => {
  await db().editorialSignature.deleteMany()
  await db().editorialProposal.deleteMany()
})
afterEach(files.reset)

const run = () => exportReview(files.root, NOW)
/** In a process of its own, which a hook of git may kill. */
const command = () => runIn(files.root, 'review-export')

const source = readLibraryFiles(files.root).source
function hashOf({ kind, id }: TextKey, language: 'ar' | 'fr' | 'en'): string {
  if (kind === 'lesson') {
    const { lessons } = readCourse(files.root, 'awareness').course
    return lessons.find((lesson) => id === `awareness/${lesson.id}`)?.hashes[language] ?? ''
  }
  return source.ledgers.find((ledger) => ledger.kind === kind && id in ledger.hashes)?.hashes[id]?.[language] ?? ''
}

function sign(key: TextKey, language: 'ar' | 'fr' | 'en', more: Record<string, unknown> = {}) {
  const hash = hashOf(key, language)
  const text = { kind: key.kind, textId: key.id, language, area: 'legal', hash }
  const data = { ...text, ...SIGNER, signedAt: new Date('2026-11-27T23:30:00Z'), held: randomUUID(), ...more }
  return db().editorialSignature.create({ data })
}

type Change = { path: string; base: string | null; text: string }
const change = (from: string, to: string, file = FRENCH): Change => {
  const base = files.read(file)
  if (!base.includes(from)) throw new Error(`${file} does not say ${from}`)
  return { path: file, base, text: base.replace(from, to) }
}

let accepted = 0
function propose(
  changes: readonly Change[],
  { key = LESSON, ...more }: { key?: TextKey } & Record<string, unknown> = {},
) {
  const written = changes.map(({ base, ...rest }) => ({
    ...rest,
    baseHash: base === null ? null : hashOfFile(base),
    base: base ?? '',
  }))
  const data = {
    ...{ kind: key.kind, textId: key.id, language: 'fr', summary: 'Dire « avant d’agir »', reason: 'Plus exact' },
    ...{ ...SIGNER, proposedAt: NOW, decidedAt: new Date(NOW.getTime() + accepted++), state: 'accepted' },
  }
  return db().editorialProposal.create({ data: { ...data, files: written, ...more } })
}
const stateOf = async ({ id }: { id: string }) =>
  (await db().editorialProposal.findUniqueOrThrow({ where: { id } })).state

describe('signatures', () => {
  it('go into the ledger of their text, by function, body and identifier', async () => {
    await sign(LESSON, 'ar')
    await sign({ kind: 'term', id: 'coercion' }, 'fr')
    await sign({ kind: 'law', id: 'cp-448-1' }, 'ar')
    await sign({ kind: 'pathway', id: 'rules/identify' }, 'ar', { area: 'language' })

    expect(await run()).toMatchObject({ written: 4, waiting: [] })
    const line = { hash: hashOf(LESSON, 'ar'), language: 'ar', role: 'legal', date: '2026-11-28', by: BY }
    expect(linesIn(files.read(LEDGER))).toEqual([line])
    expect(linesIn(files.read('library/glossary.signoff.yaml'))).toMatchObject([{ entry: 'coercion', language: 'fr' }])
    expect(linesIn(files.read('library/law/penal-code/signoff.yaml'))).toMatchObject([{ entry: 'cp-448-1', by: BY }])
    expect(linesIn(files.read('library/referral/rules.signoff.yaml'))).toMatchObject([
      { entry: 'rules/identify', role: 'language' },
    ])
    expect(files.commits()).toHaveLength(4)
    expect(files.status()).toBe('')
    expect(readCourse(files.root, 'awareness').findings).toEqual([])
  })

  it('change nothing the second time', async () => {
    await sign(LESSON, 'ar')
    await run()

    expect(await run()).toEqual({ written: 0, takenOut: 0, waiting: [], exported: [], left: [] })
    expect(files.commits()).toHaveLength(1)
  })

  it('wait while the files say something else, or have no such text, and are not lost', async () => {
    await sign(LESSON, 'fr')
    await sign({ kind: 'lesson', id: 'awareness/gone' }, 'ar', { hash: 'x' })
    await sign({ kind: 'lesson', id: 'no-course/gone' }, 'ar', { hash: 'x' })
    const before = files.read(FRENCH)
    files.commit(FRENCH, before.replace('**Notez**', '**Retenez**'))

    expect((await run()).waiting.map(({ why }) => why)).toEqual(['changed', 'missing', 'missing'])
    files.commit(FRENCH, before)
    expect(await run()).toMatchObject({ written: 1, waiting: [{ why: 'missing' }, { why: 'missing' }] })
  })

  it('leave the other lines of the ledger, and are taken out once they are withdrawn', async () => {
    const typed = `# Read aloud.\n- hash: older\n  language: en\n  role: legal\n  date: "2026-10-01"\n  by: a judge\n`
    files.commit(LEDGER, typed)
    const { id } = await sign(LESSON, 'ar')
    await sign(LESSON, 'fr', { withdrawnAt: NOW })
    await run()
    expect(files.read(LEDGER).startsWith(typed)).toBe(true)
    expect(linesIn(files.read(LEDGER)).map(({ language }) => language)).toEqual(['en', 'ar'])

    await db().editorialSignature.update({ where: { id }, data: { withdrawnAt: NOW, reason: 'a doubt', held: null } })
    expect(await run()).toMatchObject({ written: 0, takenOut: 1 })
    expect(files.read(LEDGER)).toBe(typed)
    expect(await run()).toMatchObject({ takenOut: 0 })
  })
})

describe('its command', () => {
  const only = (settings: Record<string, string>) =>
    runInWith({ SESSION_KEY: '', SIGNING_KEY: '', PUBLIC_URL: '', ...settings }, files.root, 'review-export')

  it('needs the address of the database, and no keys', async () => {
    await sign(LESSON, 'ar')

    const { code, out, err } = only({})

    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('1 sign-offs written')
  })

  it('says which setting it needs, and begins no database of its own', () => {
    const { code, out, err } = only({ DATABASE_URL: '', DATA_DIR: path.join(files.root, 'none') })

    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err.trim()).toBe('DATABASE_URL is missing: it must be the address of the database of the site.')
    expect(existsSync(path.join(files.root, 'none'))).toBe(false)
  })
})

describe('accepted proposals', () => {
  it('are one commit for each text, which says what, why and by whom, and never a name', async () => {
    const person = await insertPerson()
    const accepter = await insertPerson()
    const role = (office: string, grantedAt: string, signer: string | null = 'R-4ACC') => ({
      ...{ accountId: accepter.accountId, role: 'reviewer', signer, grantedAt: new Date(grantedAt) },
      scope: {
        areas: ['legal'],
        parts: ['course:awareness'],
        languages: ['fr'],
        function: office,
        body: 'Cour d’appel de Fès',
      },
    })
    await db().role.create({ data: role('Juge', '2026-01-10T09:00:00Z') })
    await db().role.create({ data: role('Président de chambre', '2026-09-10T09:00:00Z') })
    // She took another office after she had accepted.
    await db().role.create({ data: role('Première présidente', '2027-03-10T09:00:00Z') })
    const one = await propose([change('**Notez**', '**Écrivez**')], {
      proposedById: person.accountId,
      acceptedById: accepter.accountId,
      acceptedAt: new Date('2026-11-20T09:00:00Z'),
      reason: `Fatima Alaoui le dit à ${person.email}\n\nProposal: ${randomUUID()}`,
    })
    const two = await propose([change('Vous pouvez aussi la rassurer', 'Vous pouvez la rassurer')])
    const open = await propose([change('**Restez', '**Tenez-vous')], { state: 'open' })

    const { exported } = await run()
    const [commit = ''] = files.commits()
    expect(files.commits()).toHaveLength(1)
    expect(exported).toEqual([one, two].map(({ id }) => ({ commit, proposal: expect.objectContaining({ id }) })))
    expect(files.changedBy(commit)).toEqual([FRENCH])
    expect(files.read(FRENCH)).toContain('**Écrivez**')
    expect(files.read(FRENCH)).toContain('Vous pouvez la rassurer')
    const message = files.message(commit)
    expect(message).toContain('Correct awareness/act')
    expect(message).toContain('Dire « avant d’agir »')
    expect(message).toContain(`Proposed by: ${BY}`)
    expect(message).toContain('Accepted by: Président de chambre, Cour d’appel de Fès (R-4ACC)')
    expect(message).not.toMatch(/Alaoui|العلوي|@example/)
    expect(message).toMatch(/^Training on combating trafficking in human beings <noreply@/)
    expect(files.git('log', '-1', '--format=%(trailers:key=Proposal,valueonly)').trim().split('\n')).toEqual([
      one.id,
      two.id,
    ])
    expect(await db().editorialProposal.findMany({ orderBy: { decidedAt: 'asc' } })).toMatchObject([
      { state: 'exported', commit },
      { state: 'exported', commit },
      { id: open.id, state: 'open', commit: null },
    ])
    expect(await run()).toMatchObject({ exported: [], left: [] })
  })

  it('keep each text to its own commit, also in a file that several texts share', async () => {
    const glossary = 'library/glossary.yaml'
    const [first = '', second = ''] = files.read(glossary).match(/^- id: .+$/gm) ?? []
    const key = (line: string): TextKey => ({ kind: 'term', id: line.replace('- id: ', '') })
    await propose([change(first, `# One.\n${first}`, glossary)], { key: key(first) })
    await propose([change(second, `# Two.\n${second}`, glossary)], { key: key(second) })

    await run()
    const [newest = '', older = ''] = files.commits()
    expect(files.git('show', '--format=', newest)).toContain('+# Two.')
    expect(files.git('show', '--format=', newest)).not.toContain('+# One.')
    expect(files.git('show', '--format=', older)).toContain('+# One.')
  })

  it('make new files, and make no commit if they change nothing', async () => {
    const made = { path: 'courses/awareness/act/notes.md', base: null, text: 'Rien.\r\n' }
    const there = await propose([change('**Notez**', '**Notez**')])
    const fresh = await propose([made])

    await run()
    expect(files.read(made.path)).toBe('Rien.\n')
    expect([await stateOf(there), await stateOf(fresh)]).toEqual(['exported', 'exported'])
    expect(files.commits()).toHaveLength(1)
  })

  it('conflict if the passage has changed since, and are listed and kept', async () => {
    const stale = await propose([change('**Notez**', '**Écrivez**')])
    const beside = await propose([change('Croyez-la sans la presser', 'Croyez-la')])
    const taken = await propose([{ path: 'courses/awareness/act/en.md', base: null, text: 'Mine.' }])
    files.commit(FRENCH, files.read(FRENCH).replace('**Notez** ce que', '**Retenez** ce que'))

    const { left } = await run()
    expect(left).toMatchObject([
      { state: 'conflict', proposal: { id: stale.id }, faults: [{ path: FRENCH }] },
      { state: 'conflict', proposal: { id: beside.id }, faults: [{ path: FRENCH }] },
      { state: 'conflict', proposal: { id: taken.id }, faults: [{ path: 'courses/awareness/act/en.md' }] },
    ])
    expect(files.read(FRENCH)).toContain('**Retenez** ce que')
    expect(await db().editorialProposal.findUniqueOrThrow({ where: { id: stale.id } })).toMatchObject({
      state: 'conflict',
      files: stale.files,
    })
    expect(await run()).toMatchObject({ left: [], exported: [] })
  })

  it('that fail the check are listed with the line, while the others are written', async () => {
    const broken = await propose([change('{id="doc-cnclt"}', '{id="doc-nobody"}')])
    const good = await propose([
      change('les gestes à éviter', 'les gestes qui nuisent', 'courses/awareness/act/lesson.yaml'),
    ])
    const { code, out } = await callOnDatabaseIn(files.root, exportCommand)

    expect(code).toBe(1)
    expect(out).toMatch(
      new RegExp(`proposal ${broken.id} is not written, the check refuses it:\\n {2}${FRENCH}:\\d+ {2}error`),
    )
    expect(out).toContain('1 proposals exported, 1 left')
    expect([await stateOf(broken), await stateOf(good)]).toEqual(['accepted', 'exported'])
    expect(files.read(FRENCH)).toContain('doc-cnclt')
  })

  it.each([
    'courses/awareness/../../package.yaml',
    'server/env.yaml',
    '../outside.md',
    '/outside.md',
    LEDGER,
    'library/glossary.yaml',
    'courses/other/course.yaml',
  ])('write nothing to %s', async (file) => {
    const { id } = await propose([{ path: file, base: null, text: 'x' }])

    expect((await run()).left).toMatchObject([{ state: 'refused', proposal: { id } }])
    expect(files.commits()).toEqual([])
    expect(files.status()).toBe('')
  })

  it('are refused if they name a file twice, or if their base is not the one that they claim', async () => {
    const one = change('**Notez**', '**Écrivez**')
    const twice = await propose([one, one])
    const forged = await propose([one], { files: [{ path: FRENCH, baseHash: 'x', base: one.base, text: one.text }] })
    const unreadable = await propose([], { files: [{ path: FRENCH }] })

    expect((await run()).left.map(({ state, proposal }) => [state, proposal.id])).toEqual(
      [twice, forged, unreadable].map(({ id }) => ['refused', id]),
    )
    expect(files.commits()).toEqual([])
  })

  it('follow no link out of the folder', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'outside-'))
    symlinkSync(outside, path.join(files.root, 'courses/awareness/away'))
    files.git('add', '.')
    files.git('commit', '--quiet', '--message', 'A link')
    const { id } = await propose([{ path: 'courses/awareness/away/fr.md', base: null, text: 'x' }])

    expect((await run()).left).toMatchObject([
      { state: 'refused', proposal: { id }, faults: [{ why: 'is reached by a link' }] },
    ])
    expect(files.has('courses/awareness/away/fr.md')).toBe(false)
    rmSync(outside, { recursive: true })
  })
})

describe('an export', () => {
  it('stops if somebody is changing the same files, and leaves her other files alone', async () => {
    await sign(LESSON, 'ar')
    files.write('README.md', 'Hers.')
    files.git('add', 'README.md')
    files.write('courses/awareness/draft.md', 'Hers.')
    await expect(run()).rejects.toThrow(/at work on these files.+\ncourses\/awareness\/draft\.md$/)
    expect(files.commits()).toEqual([])

    rmSync(path.join(files.root, 'courses/awareness/draft.md'))
    expect(await run()).toMatchObject({ written: 1 })
    expect(files.changedBy('HEAD')).toEqual([LEDGER])
    expect(files.status()).toBe('A  README.md')
  })

  it('is refused while another export runs', async () => {
    await inTransaction(async (sql) => {
      expect(await lockExport(sql)).toBe(true)
      await expect(run()).rejects.toThrow('Another export is at work')
    })
    await expect(run()).resolves.toMatchObject({ written: 0 })
  })

  it('says that the folder is not a git repository', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'no-repository-'))
    await expect(exportReview(folder, NOW)).rejects.toThrow('is not a git repository with a commit')
    rmSync(folder, { recursive: true })
  })

  it('restores its files if git refuses the commit', async () => {
    const proposal = await propose([change('**Notez**', '**Écrivez**')])
    files.hook('pre-commit', 'echo no >&2; exit 1')
    await expect(run()).rejects.toThrow('git commit failed: no')
    files.unhook('pre-commit')

    expect(files.status()).toBe('')
    expect(await stateOf(proposal)).toBe('accepted')
  })

  describe('of a new lesson', () => {
    const FOLDER = 'courses/awareness/act'
    const COURSE = 'courses/awareness/course.yaml'

    /** Removes a lesson from the files. @returns the changes that bring it back. */
    function withoutLesson(): Change[] {
      const made = ['lesson.yaml', 'ar.md', 'fr.md', 'en.md', 'practice.yaml'].map((name) => {
        const file = `${FOLDER}/${name}`
        return { path: file, base: null, text: files.read(file) }
      })
      files.git('rm', '-r', '--quiet', FOLDER)
      files.commit(COURSE, files.read(COURSE).replace('outline: [signs, act]', 'outline: [signs]'))
      return [change('outline: [signs]', 'outline: [signs, act]', COURSE), ...made]
    }

    it('is one commit of all its files', async () => {
      const changes = withoutLesson()
      const before = files.git('rev-parse', 'HEAD')
      const proposal = await propose(changes, { language: null, creates: 'lesson awareness/act' })

      expect(await run()).toMatchObject({ exported: [{ proposal: { id: proposal.id } }], left: [] })

      expect(files.git('rev-list', '--count', `${before}..HEAD`)).toBe('1')
      const written = files.git('show', '--name-only', '--format=', 'HEAD').split('\n')
      expect(written.toSorted()).toEqual(changes.map(({ path: file }) => file).toSorted())
      for (const { path: file, text } of changes) expect(files.read(file)).toBe(text)
      expect(files.status()).toBe('')
    })

    it('conflicts with a file that was added meanwhile, and writes nothing', async () => {
      const changes = withoutLesson()
      const proposal = await propose(changes, { language: null })
      files.commit(`${FOLDER}/fr.md`, 'Another.\n')

      expect((await run()).left).toMatchObject([
        { state: 'conflict', faults: [{ path: `${FOLDER}/fr.md`, why: expect.stringContaining('there already') }] },
      ])
      expect(await stateOf(proposal)).toBe('conflict')
      expect(files.has(`${FOLDER}/ar.md`)).toBe(false)
      expect(files.read(COURSE)).toContain('outline: [signs]')
    })

    it('leaves no folder behind if git refuses the commit', async () => {
      const proposal = await propose(withoutLesson(), { language: null })
      files.hook('pre-commit', 'exit 1')
      await expect(run()).rejects.toThrow('git commit failed')
      files.unhook('pre-commit')

      expect(files.has(FOLDER)).toBe(false)
      expect(files.has('courses/awareness/signs')).toBe(true)
      expect(await stateOf(proposal)).toBe('accepted')
      expect((await run()).exported).toHaveLength(1)
    })
  })

  // The hook runs under git, and git under the export, so the export is the parent of the parent of the hook.
  const KILL_NODE = "kill -9 $(ps -o ppid= -p $PPID 2>/dev/null || awk '/^PPid/ { print $2 }' /proc/$PPID/status)"
  async function killExport(hook: string, script: string) {
    files.hook(hook, script)
    expect(command().code).not.toBe(0)
    files.unhook(hook)
    // The database may notice a little later that the process is gone, and holds its lock until then.
    await expect.poll(() => db().$transaction((tx) => holdOffExport(tx))).toBe(true)
  }
  it.each([
    ['before its commit', 'pre-commit', `${KILL_NODE} $PPID`, 0],
    ['after its commit', 'post-commit', KILL_NODE, 1],
  ])('that is killed %s goes on where it stopped', async (_, hook, script, commits) => {
    const made = { path: 'courses/awareness/act/notes.md', base: null, text: 'Rien.\n' }
    const proposal = await propose([change('**Notez**', '**Écrivez**'), made])
    await killExport(hook, script)
    rmSync(path.join(files.root, '.git/index.lock'), { force: true })
    expect(await stateOf(proposal)).toBe('accepted')
    expect(files.commits()).toHaveLength(commits)

    expect(await callOnDatabaseIn(files.root, exportCommand)).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 proposals exported, 0 left'),
    })
    expect(files.commits()).toHaveLength(1)
    expect(files.status()).toBe('')
    expect(files.read(made.path)).toBe('Rien.\n')
    expect(await db().editorialProposal.findUniqueOrThrow({ where: { id: proposal.id } })).toMatchObject({
      state: 'exported',
      commit: files.commits()[0],
    })
  })

  it('that was killed after its commit marks a proposal that was rejected since as exported', async () => {
    const [proposal, other] = [
      await propose([change('**Notez**', '**Écrivez**')]),
      await propose([change('**Notez**', '**Lisez**')]),
    ]
    await db().editorialProposal.update({ where: { id: other.id }, data: { state: 'rejected', acceptedAt: NOW } })
    await killExport('post-commit', KILL_NODE)
    await db().editorialProposal.update({ where: { id: proposal.id }, data: { state: 'rejected', acceptedAt: NOW } })

    await run()
    expect([await stateOf(proposal), await stateOf(other)]).toEqual(['exported', 'rejected'])
    expect(files.read(FRENCH)).toContain('**Écrivez**')
  })

  it('that was killed leaves what somebody has changed since, and says so', async () => {
    const made = { path: 'courses/awareness/act/notes.md', base: null, text: 'Rien.\n' }
    await propose([change('**Notez**', '**Écrivez**'), made])
    await killExport('pre-commit', `${KILL_NODE} $PPID`)
    rmSync(path.join(files.root, '.git/index.lock'), { force: true })
    files.write(made.path, 'Hers.\n')

    await expect(run()).rejects.toThrow(/at work on these files.+\n(.*notes\.md)$/)
    expect(files.read(made.path)).toBe('Hers.\n')
    expect(files.read(FRENCH)).not.toContain('**Écrivez**')
  })

  it('that is killed between a ledger and the database writes no line twice', async () => {
    await sign(LESSON, 'ar')
    await killExport('post-commit', KILL_NODE)

    expect(await run()).toMatchObject({ written: 1 })
    expect(linesIn(files.read(LEDGER))).toHaveLength(1)
    expect(files.commits()).toHaveLength(1)
  })
})
