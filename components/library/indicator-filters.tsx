import { filterIndicators, type IndicatorFilters, indicatorChoices } from '@/domain/library/filter-indicators'
import type { Library } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Chips } from '../ui/chips'
import { listAddress } from '../ui/list-address'

type Props = { store: Pick<Library, 'indicators'>; filters: IndicatorFilters; locale: Locale; t: Translator }

/** The forms of exploitation and the persons concerned, each with its number of indicators; paper shows the chosen. */
export function IndicatorFilterChips({ store, filters, locale, t }: Props) {
  const groups = filterIndicators(Object.values(store.indicators), {})
  const { forms, concerns } = indicatorChoices(groups, filters)
  const address = (chosen: IndicatorFilters) => listAddress(href(locale, '/library/indicators'), chosen)
  const all = t('library.find.all')
  const ofForms = forms.each.map(({ group: { id, title }, count }) => ({
    href: address({ ...filters, form: id }),
    label: typeset(title[locale], locale),
    count,
    current: id === filters.form,
  }))
  const ofPersons = concerns.each.map(({ value, count }) => ({
    href: address({ ...filters, concerns: value }),
    label: t(`library.indicators.who.${value}`),
    count,
    current: value === filters.concerns,
  }))
  const { form, ...withoutForm } = filters
  const { concerns: who, ...withoutPersons } = filters
  const anyForm = { href: address(withoutForm), label: all, count: forms.all, current: form === undefined }
  const anybody = { href: address(withoutPersons), label: all, count: concerns.all, current: who === undefined }
  return (
    <>
      <Chips label={t('library.indicators.form')} chips={[anyForm, ...ofForms]} />
      <Chips label={t('library.indicators.concerns')} chips={[anybody, ...ofPersons]} />
      <ul className="plain print-only">
        {[
          ...ofForms.map((chip) => ({ ...chip, of: t('library.indicators.form') })),
          ...ofPersons.map((chip) => ({ ...chip, of: t('library.indicators.concerns') })),
        ]
          .filter(({ current }) => current)
          .map(({ href: key, of, label }) => (
            <li key={key}>{`${of} · ${label}`}</li>
          ))}
      </ul>
    </>
  )
}
