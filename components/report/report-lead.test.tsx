import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { printCertificates, printPeopleOf, printPlaces } from '@/domain/cohort/report/report'
import { translator } from '@/i18n/translator'
import type { ChartFacts } from '../ui/chart'
import { ReportLead } from './report-lead'

function drawn(counts: Record<string, number>) {
  const people = printPeopleOf(
    Object.entries(counts).map(([job, count]) => ({ function: job, trained: true, people: count })),
  )
  const shared = { cohorts: [], places: printPlaces([], []), certificates: printCertificates([]), titles: {} }
  const report = { scope: 'institution', nameArabic: 'معهد', nameLatin: 'Institut', ...shared, people } as const
  const charts: ChartFacts[] = []
  const draw = (chart: ChartFacts) => {
    charts.push(chart)
    return ''
  }
  const html = renderToStaticMarkup(
    <ReportLead report={report} words={{ locale: 'ar', t: translator('ar'), regions: {} }} draw={draw} />,
  )
  return { charts, html }
}

it('ranks the functions in bars of the page’s language, with those that are counted together last', () => {
  const { charts } = drawn({ judge: 20, prosecutor: 50, 'trainee-judge': 8, clerk: 4, lawyer: 30 })

  expect(charts).toHaveLength(1)
  expect(charts[0]).toMatchObject({ direction: 'rows', locale: 'ar' })
  expect(charts[0]?.bars.map(({ value }) => value)).toEqual([50, 20, 10, 35])
  expect(charts[0]?.bars.at(-1)?.label).toBe(translator('ar')('report.mergedShort'))
})

it('gives each figure a link of its own name to its definition', () => {
  const { html } = drawn({ judge: 20 })

  for (const defined of ['people-by-function', 'places-by-half-year', 'certificates'])
    expect(html).toContain(`href="#def-${defined}"`)
  expect(new Set(html.match(/<span class="sr">.*?<\/span>/g)).size).toBe(3)
})

it('draws nothing if all people are hidden', () => {
  expect(drawn({ judge: 2 }).charts).toEqual([])
})
