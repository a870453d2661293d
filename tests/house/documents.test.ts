import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOMS = ['app', 'bench', 'components', 'demo', 'domain', 'i18n', 'scripts', 'server', 'tests', 'tools']

/** The documents at the root, in docs, and at the head of a room. */
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...markdownIn('docs'),
  ...ROOMS.flatMap(markdownIn).filter((file) => path.basename(file) === 'README.md'),
]
/** A decision names the files of its day. */
const CURRENT = DOCUMENTS.filter((file) => !/^docs\/decisions\/\d/.test(file))

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name))
}

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/ /g, '-')
}

function anchorsIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))
}

const withoutCode = (text: string) => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '')

/** The links of a document to files and headings that are not there. */
function deadLinks(file: string, text: string): string[] {
  const links = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  return links
    .filter((link) => !/^(https?|mailto):/.test(link))
    .filter((link) => {
      const [to = '', anchor] = link.split('#')
      const target = to ? path.join(path.dirname(file), to) : file
      return !existsSync(target) || (anchor && !anchorsIn(target).includes(anchor))
    })
}

/** The files and folders of the rooms that a document names by their whole path, and that are not there. */
function missingPaths(text: string): string[] {
  const named = new RegExp(`\`((?:${ROOMS.join('|')})/[\\w@./()[\\]-]*(?:/|\\.(?:tsx?|mjs|css|json)))\``, 'g')
  return [...text.matchAll(named)].map(([, name = '']) => name).filter((name) => !existsSync(name))
}

describe('the documents', () => {
  it('include the pages on features, the recipes and the heads of rooms', () => {
    for (const file of [
      'docs/features/exam.md',
      'docs/how-to/a-page.md',
      'tests/README.md',
      'docs/decisions/README.md',
    ])
      expect(DOCUMENTS).toContain(file)
  })

  it.each(DOCUMENTS)('%s links to files and headings that are there', (file) => {
    expect(deadLinks(file, readFileSync(file, 'utf8'))).toEqual([])
  })

  it.each(CURRENT)('%s names files that are there', (file) => {
    expect(missingPaths(readFileSync(file, 'utf8'))).toEqual([])
  })

  it('are refused with a dead link or a missing file', () => {
    expect(deadLinks('README.md', '[a](docs/none.md) [b](docs/glossary.md#none) [c](docs/glossary.md)')).toEqual([
      'docs/none.md',
      'docs/glossary.md#none',
    ])
    expect(missingPaths('`domain/none.ts` `domain/none/` `domain/exam/`')).toEqual(['domain/none.ts', 'domain/none/'])
  })
})

it.each(markdownIn('docs/how-to'))('%s is a recipe of fewer than 15 lines', (file) => {
  if (!file.endsWith('README.md')) expect(readFileSync(file, 'utf8').trim().split('\n').length).toBeLessThan(15)
})

it('keeps the architecture to 1,200 words', () => {
  expect(readFileSync('docs/architecture.md', 'utf8').split(/\s+/).length).toBeLessThanOrEqual(1200)
})
