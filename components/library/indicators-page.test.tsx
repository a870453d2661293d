import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { IndicatorFilters } from '@/domain/library/filter-indicators'
import { translator } from '@/i18n/translator'
import { libraryWith, localized, provision } from '@/tests/support/course-factories'
import { sign } from '@/tests/support/library-factories'
import { IndicatorsPage } from './indicators-page'

const t = translator('fr')
const signOf = (id: string, cites: string[], concerns: 'anyone' | 'children' = 'anyone') =>
  sign({ id, cites, concerns })
const group = (id: string, order: number, indicators: ReturnType<typeof signOf>[]) => ({
  id,
  order,
  title: localized(`title ${id}`),
  lead: localized('lead'),
  indicators,
  lawDate: '2025-12-08',
})
const store = libraryWith({
  provisions: {
    'doc-a': provision({ id: 'doc-a', instrument: 'documents', number: null }),
    'cp-448-1': provision({ id: 'cp-448-1' }),
  },
  indicators: {
    general: group('general', 1, [signOf('fear', ['doc-a']), signOf('debt', ['doc-a', 'cp-448-1'])]),
    begging: group('begging', 2, [signOf('alone', ['doc-a'], 'children')]),
  },
})

function list(filters: IndicatorFilters): string {
  return renderToStaticMarkup(<IndicatorsPage store={store} filters={filters} locale="fr" t={t} />)
}

it('names each source once, in the key, and marks it in every line', () => {
  const html = list({})

  expect(html.match(/href="#source-1"/g)).toHaveLength(3)
  expect(html.match(/href="#source-a"/g)).toHaveLength(1)
  expect(html.match(/id="source-1"/g)).toHaveLength(1)
  expect(html.match(/href="\/fr\/library\/law\/cp-448-1"/g)).toHaveLength(1)
})

it('gives every mark a name', () => {
  expect(list({})).toContain(`aria-label="${t('library.figures.sourceMark', { mark: '1' })}"`)
})

it('keeps only the sources of what is shown', () => {
  expect(list({ form: 'begging' })).not.toContain('id="source-a"')
})

it('narrows by links, which keep the other filter, and needs no form', () => {
  const html = list({ concerns: 'children' }).replaceAll('&amp;', '&')

  expect(html).toContain('href="/fr/library/indicators?concerns=children&form=begging"')
  expect(html).not.toContain('form=general')
  expect(html).not.toMatch(/<(form|select|input|button)/)
})

it('says on paper what was chosen', () => {
  expect(list({ concerns: 'children' })).toContain(
    `<li>${t('library.indicators.concerns')} · ${t('library.indicators.who.children')}</li>`,
  )
})

it('folds away what to ask and what to record of each sign', () => {
  const html = list({})

  expect(html.match(/<details/g)?.length).toBe(3)
  expect(html).toContain('texte ask debt')
  expect(html).toContain('texte record debt')
  expect(html).not.toMatch(/<details[^>]* open/)
})
