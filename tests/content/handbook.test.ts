import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const firstCohort = readFileSync('docs/first-cohort.md', 'utf8')
const operations = readFileSync('docs/operations.md', 'utf8')
/** These sections quote the pages of Keycloak and Microsoft, too. */
const PROVIDERS = /^### (Keycloak|Microsoft Entra ID)\n[\s\S]*?(?=^### )/gm

/** The guides, with the language of the pages that they quote and the fewest quotations that must be found in them. */
const GUIDES = [
  { file: 'first-cohort.md', language: 'fr', text: firstCohort, quotation: /«([^»]+)»/g, fewest: 50 },
  {
    file: 'operations.md',
    language: 'en',
    text: operations.replace(PROVIDERS, ''),
    quotation: /“([^”]+)”/g,
    fewest: 20,
  },
]

/** A guide may break a line within a quotation. */
const plain = (text: string) => text.replace(/\s+/g, ' ')

function sentencesOf(messages: object): string[] {
  return Object.values(messages).flatMap((value) => (typeof value === 'string' ? [plain(value)] : sentencesOf(value)))
}

/** A message whose last word is a number in brackets is quoted without it. */
const withoutCount = (sentence: string) => sentence.replace(/ \(\{\w+\}\)$/, '')

function addressOf(file: string): string {
  return `/${file}`
    .replace(/\/\(\w+\)/g, '')
    .replace(/\/route\.tsx?$/, '')
    .replace(/\[\w+\]/g, '{}')
}

describe.each(GUIDES)('the handbook page $file', ({ language, text, quotation, fewest }) => {
  it('names buttons and headings by the words of the pages', () => {
    const messages = sentencesOf(JSON.parse(readFileSync(`i18n/messages/${language}.json`, 'utf8')))
    const sentences = [...messages, ...messages.map(withoutCount)]
    const quoted = [...text.matchAll(quotation)].map(([, words = '']) => plain(words))
    // The words are a whole message, or a message with a number or a day at the place of the dots.
    const isSaid = (words: string) =>
      words.includes('…')
        ? sentences.some((sentence) => words.split('…').every((part) => sentence.includes(part.trim())))
        : sentences.includes(words)

    expect(quoted.length).toBeGreaterThan(fewest)
    expect(quoted.filter((words) => !isSaid(words))).toEqual([])
  })
})

it('names pages by addresses that exist', () => {
  const files = readdirSync('app/[locale]', { recursive: true, encoding: 'utf8' })
  const routes = files.filter((file) => /(^|\/)route\.tsx?$/.test(file))
  const served = new Set(routes.map(addressOf))
  const named = [...firstCohort.matchAll(/`(\/[\w/{}-]*)(\?[\w=]+)?`/g)].map(([, path = '']) =>
    path.replace(/^\/(fr|ar)\//, '/').replace(/\{\w+\}/g, '{}'),
  )

  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((path) => !served.has(path))).toEqual([])
})

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/ /g, '-')
}

it('leads from page to page of the handbook, and to headings that are there', () => {
  const pages = readdirSync('docs').filter((name) => name.endsWith('.md'))
  const texts = new Map(pages.map((name) => [name, readFileSync(`docs/${name}`, 'utf8')]))
  const targets = new Set(
    [...texts].flatMap(([name, text]) => [
      name,
      ...[...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => `${name}#${anchorOf(heading)}`),
    ]),
  )
  const links = [...texts].flatMap(([name, text]) =>
    [...text.matchAll(/\]\(([\w.-]*\.md)?(#[^)\s]+)?\)/g)].map(([, file = name, anchor = '']) => file + anchor),
  )

  expect(links.length).toBeGreaterThan(20)
  expect(links.filter((link) => !targets.has(link))).toEqual([])
})
