import { CERTIFICATE_STATES, type Report } from '@/domain/cohort/report/report'
import { formatNumber } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { peopleChart, type Sheet, type Words } from './sheet'

/** Certificates by course and by what became of them. */
export function certificateSheet({ certificates, titles }: Report, words: Words): Sheet {
  const { locale, t } = words
  const inForce = certificates['in-force']
  const named = inForce.rows.map(({ label, people }, place) => ({
    id: label,
    head: typeset(titles[label]?.[locale] ?? label, locale),
    people,
    cells: CERTIFICATE_STATES.map((state) => certificates[state].rows[place]?.people ?? null),
  }))
  const total = {
    id: 'total',
    head: t('report.total'),
    cells: CERTIFICATE_STATES.map((state) => certificates[state].people),
  }
  return {
    key: 'certificates',
    title: t('report.sheets.certificates'),
    note: t('cohorts.learning.definitions.certificates'),
    people:
      inForce.people === null
        ? t('report.peopleHidden')
        : t('report.certificatesInForce', { count: formatNumber(inForce.people, locale) }),
    headings: [t('report.course'), ...CERTIFICATE_STATES.map((state) => t(`report.states.${state}`))],
    rows: named.length === 0 ? [] : [...named, total],
    charts:
      named.length === 0
        ? []
        : [
            peopleChart(
              t('report.charts.certificates'),
              named.map(({ head, people }) => ({ label: shortTitle(head), people })),
              'rows',
              words,
            ),
          ],
  }
}

/** In characters: what stands above a bar on a phone. */
const LONGEST = 34

/** The first words of a course's name; the table has it whole. */
function shortTitle(title: string): string {
  if (title.length <= LONGEST) return title
  const end = title.lastIndexOf(' ', LONGEST)
  return `${title.slice(0, end === -1 ? LONGEST : end)}…`
}
