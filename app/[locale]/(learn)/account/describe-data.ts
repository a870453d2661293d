import type { DataTable } from '@/components/account/my-data'
import { LANGUAGE_NAMES } from '@/components/shell/language-names'
import { ROLES } from '@/domain/auth/role'
import { OFFER_OUTCOMES } from '@/domain/auth/role-offer'
import { MEMBER_STATUSES } from '@/domain/cohort/membership'
import { REMINDER_REASONS } from '@/domain/cohort/reminding'
import { isLocale, type Locale } from '@/domain/locale'
import { PERSON_FUNCTIONS } from '@/domain/person/person-function'
import { CERTAINTIES } from '@/domain/question/answer'
import { REGISTRATION_STATUSES } from '@/domain/seminar/seminar'
import { formatDateTime, formatNumber, type Translator } from '@/i18n/translator'
import type { PersonalData, PersonalTable } from '@/server/account/my-data'

type ColumnOf<Table extends PersonalTable> = Table extends PersonalTable ? keyof PersonalData[Table][number] : never
/** Each column needs a label in the catalogs; without one this does not compile. */
type Column = ColumnOf<PersonalTable>

/** Every row of the export in words. Empty values are left out. */
export function describeData(data: PersonalData, locale: Locale, t: Translator): DataTable[] {
  const filled = Object.entries(data).filter(([, rows]) => rows.length > 0)
  return filled.map(([table, rows]) => ({
    id: table,
    title: t('account.data.count', { table: t(`account.data.tables.${table as PersonalTable}`), count: rows.length }),
    records: rows.map((row, index) => ({
      key: `${table}-${index}`,
      facts: Object.entries(row)
        .filter(([, value]) => value !== null)
        .map(([column, value]) => ({
          label: t(`account.data.columns.${column as Column}`),
          value: CODES[column]?.(String(value), t) ?? inWords(value, locale, t),
        }))
        .filter(({ value }) => value !== ''),
    })),
  }))
}

const ofMember = (code: string, t: Translator) => {
  const known = MEMBER_STATUSES.find((one) => one === code)
  return known && t(`cohorts.statuses.${known}`)
}

const ofRegistration = (code: string, t: Translator) => {
  const known = REGISTRATION_STATUSES.find((one) => one === code)
  return known && t(`seminarPlaces.statuses.${known}`)
}

/** The columns that hold codes, with their labels. */
const CODES: Record<string, (code: string, t: Translator) => string | undefined> = {
  function: (code, t) => {
    const known = PERSON_FUNCTIONS.find((one) => one === code)
    return known && t(`fields.functions.${known}`)
  },
  locale: (code) => (isLocale(code) ? LANGUAGE_NAMES[code] : undefined),
  why: (code, t) => {
    const known = REMINDER_REASONS.find((one) => one === code)
    return known && t(`cohorts.situation.${known}`)
  },
  certainty: (code, t) => {
    const known = CERTAINTIES.find((one) => one === code)
    return known && t(`exam.${known}`)
  },
  outcome: (code, t) => {
    const known = OFFER_OUTCOMES.find((one) => one === code)
    return known && t(`people.offers.states.${known}`)
  },
  role: (code, t) => {
    const known = ROLES.find((one) => one === code)
    return known && t(`roles.${known}`)
  },
  from: ofMember,
  to: ofMember,
  status: (code, t) => ofMember(code, t) ?? ofRegistration(code, t),
  fate: (code, t) => {
    const known = (['letter', 'page', 'left'] as const).find((one) => one === code)
    return known && t(`account.data.fates.${known}`)
  },
  purpose: (code, t) => t(code === 'reset' ? 'account.reset.title' : 'account.confirm.title'),
}

function inWords(value: unknown, locale: Locale, t: Translator): string {
  if (value instanceof Date) return formatDateTime(value, locale)
  if (typeof value === 'boolean') return t(value ? 'account.data.yes' : 'account.data.no')
  if (typeof value === 'number') return formatNumber(value, locale)
  const list = (words: readonly string[]) => words.join(locale === 'ar' ? '، ' : ', ')
  if (Array.isArray(value)) return list(value.map((one) => inWords(one, locale, t)))
  if (value === 'true' || value === 'false') return t(`practice.${value}`)
  if (typeof value !== 'object' || value === null) return String(value)
  // An object: the pairs of a matching, or the details of an audit log entry.
  return list(Object.entries(value).map(([name, one]) => `${name} = ${inWords(one, locale, t)}`))
}
