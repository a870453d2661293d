import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { DecisionFilters } from '@/domain/library/filter-decisions'
import { translator } from '@/i18n/translator'
import { localized } from '@/tests/support/course-factories'
import { decision } from '@/tests/support/library-factories'
import { CasesPage } from './cases-page'

const t = translator('fr')
const keywords = {
  begging: { id: 'begging', family: 'form' as const, label: localized('mendicité') },
  labour: { id: 'labour', family: 'form' as const, label: localized('travail') },
  child: { id: 'child', family: 'victim' as const, label: localized('enfant') },
  penalty: { id: 'penalty', family: 'procedure' as const, label: localized('peine') },
}
const decisions = [
  decision({ id: 'a', keywords: ['begging', 'child'], origin: 'morocco' }),
  decision({ id: 'b', keywords: ['labour', 'child', 'penalty'], origin: 'strasbourg' }),
  decision({ id: 'c', keywords: ['labour', 'penalty'], origin: 'morocco' }),
]

function list(filters: DecisionFilters): string {
  return renderToStaticMarkup(
    <CasesPage decisions={decisions} keywords={keywords} filters={filters} locale="fr" t={t} />,
  ).replaceAll('&amp;', '&')
}
/** The text of each link of the list, without tags, by the query string of the link. */
function links(html: string): Record<string, string> {
  const all = [...html.matchAll(/<a href="\/fr\/library\/cases(?:\?([^"]*))?"[^>]*>(.*?)<\/a>/g)]
  return Object.fromEntries(all.map(([, query = '', text = '']) => [query, text.replace(/<[^>]*>/g, ' ').trim()]))
}

it('asks for nothing but links: no field, no button, no form', () => {
  expect(list({})).not.toMatch(/<(form|select|input|button)/)
})

it('counts each choice under the filters that are set', () => {
  expect(links(list({}))['form=labour']).toMatch(/travail\s+2$/)
  expect(links(list({ victim: 'child' }))['victim=child&form=labour']).toMatch(/travail\s+1$/)
})

it('offers no choice that would leave no decision', () => {
  expect(Object.keys(links(list({ form: 'begging' }))).filter((query) => query.includes('procedure'))).toEqual([])
})

it('takes a filter away with its own link, and keeps the others', () => {
  const html = list({ form: 'labour', victim: 'child' })

  expect(links(html)['victim=child']).toContain(t('library.cases.remove'))
  expect(links(html)['form=labour']).toContain(t('library.cases.remove'))
})

it('shows the question of law, but neither the outcome nor a keyword that reveals it', () => {
  const told = decision({
    id: 'd',
    keywords: ['labour', 'penalty'],
    legalPoint: localized('Est-ce la traite ? La cour répond oui.'),
    outcome: localized('dix ans'),
  })
  const html = renderToStaticMarkup(<CasesPage decisions={[told]} keywords={keywords} filters={{}} locale="fr" t={t} />)

  expect(html).toMatch(/Est-ce la traite/)
  expect(html).not.toContain('La cour répond')
  expect(html).not.toContain('dix ans')
  expect(html.slice(html.indexOf('case-rows'))).not.toContain('peine')
})
