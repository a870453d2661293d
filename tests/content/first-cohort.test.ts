import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const guide = readFileSync('docs/first-cohort.md', 'utf8')

/** The guide may break a line within a quotation. */
const plain = (text: string) => text.replace(/\s+/g, ' ')

function sentencesOf(messages: object): string[] {
  return Object.values(messages).flatMap((value) => (typeof value === 'string' ? [plain(value)] : sentencesOf(value)))
}

it('names buttons and headings by the words of the French pages', () => {
  const sentences = sentencesOf(JSON.parse(readFileSync('i18n/messages/fr.json', 'utf8')))
  const quoted = [...guide.matchAll(/«([^»]+)»/g)].map(([, words = '']) => plain(words))
  // The words are a whole message, or a message with a number or a day at the place of the dots.
  const isSaid = (words: string) =>
    words.includes('…')
      ? sentences.some((sentence) => words.split('…').every((part) => sentence.includes(part.trim())))
      : sentences.includes(words)

  expect(quoted.length).toBeGreaterThan(50)
  expect(quoted.filter((words) => !isSaid(words))).toEqual([])
})

function addressOf(file: string): string {
  return `/${file}`
    .replace(/\/\(\w+\)/g, '')
    .replace(/\/route\.tsx?$/, '')
    .replace(/\[\w+\]/g, '{}')
}

it('names pages by addresses that exist', () => {
  const files = readdirSync('app/[locale]', { recursive: true, encoding: 'utf8' })
  const routes = files.filter((file) => /(^|\/)route\.tsx?$/.test(file))
  const served = new Set(routes.map(addressOf))
  const named = [...guide.matchAll(/`(\/[\w/{}-]*)`/g)].map(([, path = '']) =>
    path.replace(/^\/(fr|ar)\//, '/').replace(/\{\w+\}/g, '{}'),
  )

  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((path) => !served.has(path))).toEqual([])
})
