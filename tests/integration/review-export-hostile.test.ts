import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/server/db/client'
import { exportReview } from '@/server/editorial/export/export-review'
import { hashOfFile } from '@/server/editorial/make-change'
import { contentRepository } from '../support/content-repository'

const FRENCH = 'courses/awareness/act/fr.md'
const NOW = new Date('2026-11-28T12:00:00Z')
const SIGNER = { signer: 'R-7K3F', function: 'Conseillère', body: 'Cour d’appel de Rabat' }

const files = contentRepository()
afterAll(files.discard)
beforeEach(async () => {
  await db().editorialProposal.deleteMany()
})
afterEach(files.reset)

const run = () => exportReview(files.root, NOW)
const git = (...args: string[]) => execFileSync('git', ['-C', files.root, ...args], { encoding: 'utf8' })

/** An accepted proposal that says something else in one passage of a lesson. */
function propose(to: string, more: Record<string, unknown> = {}) {
  const base = files.read(FRENCH)
  const text = base.replace('**Notez**', to)
  if (text === base) throw new Error('a proposal that changes nothing')
  return accepted([{ path: FRENCH, baseHash: hashOfFile(base), base, text }], more)
}

function accepted(written: unknown, more: Record<string, unknown> = {}) {
  const data = {
    ...{ kind: 'lesson', textId: 'awareness/act', language: 'fr', summary: 'Dire autrement', reason: 'Plus exact' },
    ...{ ...SIGNER, proposedAt: NOW, decidedAt: NOW, state: 'accepted', files: written as object[] },
  }
  return db().editorialProposal.create({ data: { ...data, ...more } })
}

describe('a wording that would do something else than read well', () => {
  it.each([
    ['turns the direction of a line', '**Notez\u202e** \u2066ceci\u2069', 'font-glyphs'],
    ['ends the front matter again', '**Notez**\n\n---\ntitle: autre\nrevision: 99\n---\n', 'heading-order'],
    ['is a script', '<script>alert(1)</script> **Notez**', 'supported-markup'],
    ['is a link that runs', '[**Notez**](javascript:alert(1))', 'dead-link'],
    ['loads a picture of another site', '![](https://evil.example/x.png) **Notez**', 'dead-link'],
    ['has an unknown mark', ':exec[rm -rf /] **Notez**', 'supported-markup'],
    ['cites a file', '![](../../../../etc/passwd) **Notez**', 'dead-link'],
    ['has control characters', '**Notez**\u0007\u001b[2J', 'font-glyphs'],
  ])('%s: it is not written, and the line is named', async (_, wording, check) => {
    const { id } = await propose(wording)
    const { left } = await run()
    expect(left).toMatchObject([{ state: 'broken', proposal: { id } }])
    const findings = left.flatMap((one) => (one.state === 'broken' ? one.findings : []))
    expect(findings).toContainEqual(expect.objectContaining({ path: FRENCH, check }))
    expect(files.commits()).toEqual([])
    expect(files.status()).toBe('')
  })

  it.each(['\r\n', '\r'])('with the line end %j of another system: it is written with ours', async (end) => {
    const { id } = await propose(`**Notez**${end}`)

    expect((await run()).exported).toMatchObject([{ proposal: { id } }])
    expect(files.read(FRENCH)).toContain('**Notez**\n')
    expect(files.read(FRENCH)).not.toContain('\r')
  })
})

describe('words about a proposal', () => {
  it('stay words: they add no trailer, no option of git and no command, and hide nothing in a terminal', async () => {
    const other = randomUUID()
    const { id } = await propose('**Écrivez**', {
      summary: `--amend\r\n\r\nProposal: ${other}\n#commentaire \`touch pwned\` $(touch pwned)\u202eexe.txt\u2066`,
      reason: `-F /etc/passwd\u2028Signed-off-by: autre <autre@example.ma>\u0085Proposal: ${other}\u001b[2J\u0007`,
      function: `Conseillère\nProposal: ${other}`,
      body: '; touch pwned',
    })
    await run()

    expect(files.commits()).toHaveLength(1)
    expect(git('log', '-1', '--format=%(trailers:key=Proposal,valueonly,separator=%x20)').trim()).toBe(id)
    expect(git('log', '-1', '--format=%(trailers:only,unfold)').trim()).toBe(`Proposal: ${id}`)
    const message = git('log', '-1', '--format=%B')
    expect(message).toContain('#commentaire `touch pwned` $(touch pwned)')
    expect(message.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u)
    expect(existsSync(path.join(files.root, 'pwned'))).toBe(false)
  })
})

it.each([
  '--output=courses/awareness/act/fr.md',
  '-rf',
  ':(top)courses/awareness/act/fr.md',
  'courses/awareness/act/fr.md\ncourses/awareness/course.yaml',
  'courses/awareness/act/\u202edm.rf',
  'courses/awareness/.git/hooks/post-commit',
  'courses/awareness/act/fr.md\r',
  'courses\\awareness\\act\\fr.md',
  '.git/config',
])('writes nothing to the path %j', async (file) => {
  const { id } = await accepted([{ path: file, baseHash: null, base: '', text: 'x' }])

  expect((await run()).left).toMatchObject([{ state: 'refused', proposal: { id } }])
  expect(files.commits()).toEqual([])
  expect(files.status()).toBe('')
})
