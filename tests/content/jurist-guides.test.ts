import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const GUIDES = ['fr', 'ar'] as const
const textOf = (language: string) => readFileSync(`docs/content-review.${language}.md`, 'utf8')
/** The words in bold: with them the guide quotes the pages. */
const labelsIn = (text: string) =>
  [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, label = '']) => label.replace(/\s+/g, ' '))

function valuesIn(messages: unknown): string[] {
  if (typeof messages === 'string') return [messages]
  return typeof messages === 'object' && messages !== null ? Object.values(messages).flatMap(valuesIn) : []
}

describe.each(GUIDES)('the guide of the desk in %s', (language) => {
  it('quotes the words of the pages', () => {
    const shown = new Set(valuesIn(JSON.parse(readFileSync(`i18n/messages/${language}.json`, 'utf8'))))
    // These name the steps after the review, and are not quoted from the pages.
    const steps = { fr: ['L’export', 'La publication'], ar: ['التصدير', 'النشر'] }[language]
    const labels = labelsIn(textOf(language)).filter((label) => !steps.includes(label))

    expect(labels.length).toBeGreaterThan(10)
    expect(labels.filter((label) => !shown.has(label))).toEqual([])
  })

  it('leads to pages of the handbook that exist', () => {
    const links = [...textOf(language).matchAll(/\]\(([\w.-]+\.md)\)/g)].map(([, file = '']) => file)

    expect(links.length).toBeGreaterThan(2)
    for (const file of links) expect(readFileSync(`docs/${file}`, 'utf8').length).toBeGreaterThan(100)
  })
})

it('says the same in both languages: sections, rows, steps and quoted words', () => {
  const shape = (text: string) => ({
    sections: text.match(/^#+ /gm)?.length,
    rows: text.match(/^\|/gm)?.length,
    items: text.match(/^(- |\d+\. )/gm)?.length,
    labels: labelsIn(text).length,
  })

  expect(shape(textOf('ar'))).toEqual(shape(textOf('fr')))
})
