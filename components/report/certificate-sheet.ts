import { CERTIFICATE_STATES, type CertificateState, type Report } from '@/domain/cohort/report/report'
import { formatNumber } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { nameOf } from './group-rows'
import type { Sheet, Words } from './sheet'

/** Certificates by course and state. A state whose numbers are all suppressed has no column. */
export function certificateSheet({ certificates, titles }: Report, words: Words): Sheet {
  const { locale, t } = words
  const inForce = certificates['in-force']
  const titleOf = (id: string) => typeset(titles[id]?.[locale] ?? id, locale)
  const isShown = (state: CertificateState) =>
    state === 'in-force' || [certificates[state], ...certificates[state].rows].some(({ people }) => people !== null)
  const states = CERTIFICATE_STATES.filter(isShown)
  const named = inForce.rows.map((row, place) => ({
    id: row.label,
    head: nameOf(row, titleOf, words),
    cells: states.map((state) => certificates[state].rows[place]?.people ?? null),
  }))
  const total = { id: 'total', head: t('report.total'), cells: states.map((state) => certificates[state].people) }
  const few = CERTIFICATE_STATES.filter((state) => !isShown(state)).map((state) => ({
    id: state,
    head: t('report.fewOrNone', { state: t(`report.states.${state}`) }),
    cells: [undefined],
  }))
  return {
    key: 'certificates',
    title: t('report.sheets.certificates'),
    defined: 'certificates',
    people:
      inForce.people === null
        ? t('report.peopleHidden')
        : t('report.certificatesInForce', { count: formatNumber(inForce.people, locale) }),
    headings: [t('report.course'), ...states.map((state) => t(`report.states.${state}`))],
    rows: named.length === 0 ? [] : [...named, total, ...few],
    charts: [],
  }
}
