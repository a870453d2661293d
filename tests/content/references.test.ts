import { describe, expect, it } from 'vitest'
import { askedReferences, bibtexOf, cslOf, references } from '@/domain/library/reference'
import { LOCALES } from '@/domain/locale'
import { shippedLibrary } from '../support/shipped-content'

const library = shippedLibrary()
const all = references(library)
const by = { site: 'S', origin: 'https://s.example', locale: 'ar', today: '2026-11-28' } as const

describe('the bibliography of the library', () => {
  it('has every series, decision and text, and each source of the figures once', () => {
    const count = (kind: string) => all.filter((one) => one.kind === kind).length
    expect(count('figure')).toBe(Object.keys(library.figures).length)
    expect(count('case')).toBe(Object.keys(library.decisions).length)
    expect(count('law')).toBeGreaterThan(20)
    const labels = Object.values(library.figures).flatMap(({ sources }) => sources.map(({ label }) => label.en))
    expect(count('report')).toBe(new Set(labels).size)
  })

  it('gives each its own key, by which its file is found', () => {
    const keys = all.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of keys) {
      expect(key).toMatch(/^(figure|law|case|report)-[a-z0-9-]+$/)
      expect(askedReferences(`${key}.bib`, library)?.references).toHaveLength(1)
    }
    expect(askedReferences('bibliography.json', library)?.references).toHaveLength(keys.length)
  })

  it.each(LOCALES)('can be written in %s', (locale) => {
    for (const reference of all) {
      const text = bibtexOf(reference, { ...by, locale })
      const braces = text.replace(/\\[{}]/g, '')
      expect(braces.split('{').length).toBe(braces.split('}').length)
      expect(text).not.toMatch(/undefined|null/)
      expect(cslOf(reference, { ...by, locale }).title).not.toBe('')
    }
  })
})
