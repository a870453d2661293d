import { LOCALES, type Locale } from '@/domain/locale'
import type { SittingFacts } from '@/domain/seminar/seminar'
import { IN_LANGUAGE, type Problems, type SeminarFields, sittingField } from '@/domain/seminar/seminar-form'
import type { Texts } from '@/domain/text/texts'
import { clockOf, dayOf } from '@/domain/time/day'
import type { Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'

const EMPTY_SITTING = { language: 'ar' }

/** What the form of a seminar shows, by the names of its fields. */
export type SeminarValues = Readonly<Record<string, string>>

/** A new seminar: one sitting, to be filled in. @param cohort in whose programme it is; empty for none. */
export function emptySeminar(cohort: string): SeminarValues {
  const language = { [sittingField(0, 'language')]: EMPTY_SITTING.language }
  return { sittings: '1', ...language, admission: 'open', listed: 'public', cohort }
}

/** A seminar as it is stored, by the clocks in Morocco. */
export function valuesOf(fields: SeminarFields): SeminarValues {
  const { titles, aims, place, accessDetails, link, recording, seats, registrationClosesAt, sittings } = fields
  return {
    ...inLanguages('title', titles),
    ...inLanguages('aims', aims),
    ...inLanguages('place', place ?? {}),
    ...inLanguages('access', accessDetails),
    link: link ?? '',
    recording: recording ?? '',
    seats: seats === null ? '' : String(seats),
    admission: fields.admission,
    listed: fields.listed,
    closesOn: registrationClosesAt ? dayOf(new Date(registrationClosesAt.getTime() - 1)) : '',
    cohort: fields.cohortId ?? '',
    course: fields.courseId ?? '',
    sittings: String(sittings.length),
    ...Object.assign({}, ...sittings.map(sittingValues)),
  }
}

function inLanguages(stem: string, texts: Texts): SeminarValues {
  return Object.fromEntries(LOCALES.map((locale) => [`${stem}${IN_LANGUAGE[locale]}`, texts[locale] ?? '']))
}

function sittingValues(sitting: SittingFacts, index: number): SeminarValues {
  const { startsAt, endsAt, titles, speakers, language, interpretation } = sitting
  const lines = Object.fromEntries(Object.entries(speakers).map(([locale, some]) => [locale, some.join('\n')]))
  const values = {
    day: dayOf(startsAt),
    from: clockOf(startsAt),
    to: clockOf(endsAt),
    ...inLanguages('title', titles),
    ...inLanguages('speakers', lines),
    language,
    interpretation: interpretation.join(' '),
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [sittingField(index, name), value]))
}

type Label = keyof typeof LABELS
/** The key of the label of each field. */
const LABELS = {
  ...named('title'),
  ...named('aims'),
  ...named('place'),
  ...named('access'),
  ...named('speakers'),
  link: 'link',
  recording: 'recording',
  seats: 'seats',
  closesOn: 'closesOn',
  cohort: 'cohort',
  course: 'course',
  day: 'day',
  from: 'from',
  to: 'to',
  language: 'language',
  sittings: 'agenda',
} as const

function named<Stem extends string>(stem: Stem) {
  type Name = `${Stem}${'Arabic' | 'French' | 'English'}`
  return Object.fromEntries(
    LOCALES.map((locale) => [`${stem}${IN_LANGUAGE[locale]}`, `${stem}${IN_LANGUAGE[locale]}`]),
  ) as {
    [Key in Name]: Key
  }
}

/** Gives the form back with its errors. */
export function refuseSeminar(problems: Problems, typed: SeminarValues, t: Translator): FormState {
  const named = Object.entries(problems).map(([name, { problem, max = 0 }]) => {
    const sentence = t(`seminar.form.problems.${problem}`, { max })
    return { name, sentence, text: t('fields.problemOf', { field: labelOf(name, t), problem: sentence }) }
  })
  return {
    summary: named.map(({ name, text }) => ({ name, text })),
    errors: Object.fromEntries(named.map(({ name, sentence }) => [name, sentence])),
    values: typed,
  }
}

function labelOf(name: string, t: Translator): string {
  const [, index, rest = name] = /^s(\d+)\.(.+)$/.exec(name) ?? []
  const label = t(`seminar.form.${LABELS[rest as Label]}`)
  return index === undefined ? label : `${t('seminar.form.sitting', { n: Number(index) + 1 })}, ${label}`
}

/** The languages as suffixes of field names, with the direction of the typed text. */
export const FIELD_LANGUAGES = LOCALES.map((locale) => ({
  locale,
  suffix: IN_LANGUAGE[locale] as 'Arabic' | 'French' | 'English',
  dir: locale === 'ar' ? ('rtl' as const) : ('ltr' as const),
})) satisfies { locale: Locale; suffix: string; dir: 'rtl' | 'ltr' }[]
