import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { decision } from '@/tests/support/library-factories'
import { DecisionFacts } from './decision-facts'
import { DecisionSources } from './decision-sources'

const shown = (overrides: Parameters<typeof decision>[0], locale: (typeof LOCALES)[number]): string => {
  const props = { decision: decision(overrides), locale, t: translator(locale) }
  return renderToStaticMarkup(
    <>
      <DecisionFacts {...props} />
      <DecisionSources {...props} />
    </>,
  )
}

describe('a decision known from the press', () => {
  it.each([
    ['fr', 'Rapportée par deux organes de presse'],
    ['en', 'Reported by two news outlets; the judgment was not read'],
    ['ar', 'أورده منبران صحفيان'],
  ] as const)('says in %s how many papers report it', (locale, words) => {
    expect(shown({ papers: 2 }, locale)).toContain(words)
  })

  it.each(LOCALES)('never shows a confidence in %s', (locale) => {
    const t = translator(locale)
    const html = shown({ papers: 'several', confidence: 'medium' }, locale)

    expect(html).toContain(t('library.cases.reportedBySeveral'))
    for (const level of ['high', 'medium', 'low'] as const) {
      expect(html).not.toContain(t(`library.cases.confidence.${level}`))
    }
  })
})

describe('a decision known from published sources', () => {
  it.each(LOCALES)('says what they are and never calls the account certain, in %s', (locale) => {
    const t = translator(locale)
    const html = shown({ papers: undefined, confidence: 'high' }, locale)

    expect(html).toContain(t('library.cases.known.high'))
    expect(html).not.toContain(t('library.cases.confidence.high'))
  })
})

describe('a decision whose text a private site reproduces', () => {
  it.each(LOCALES)('says so in %s, and shows no confidence', (locale) => {
    const t = translator(locale)
    const html = shown({ papers: undefined, reproduced: true, confidence: 'medium' }, locale)

    expect(html).toContain(t('library.cases.reproduced'))
    expect(html).not.toContain(t('library.cases.known.medium'))
  })
})
