import type { Course } from '@/domain/course/course'
import { FORM_KINDS, NEW_TEXT_LIMITS, OPTION_IDS, type OptionId } from '@/domain/editorial/new-text-forms'
import { directionOf, LOCALES, type Locale, type Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { Field } from '../../form/field'
import type { FormState } from '../../form/form-state'

const OWN = [
  'lessonId',
  'after',
  'sensitive',
  'practice',
  'questionId',
  'kind',
  'objective',
  'pattern',
  'correct',
  'cites',
  'reread',
  'place',
] as const
const IN_LANGUAGES = ['title', 'summary', 'objectives', 'body', 'stem', 'explanation'] as const
const OF_OPTIONS = ['text', 'feedback', 'cites'] as const

/** The label of a field, also of one that is asked in three languages or for each option. */
export function labelOfNew(t: Translator, name: string): string {
  const [base = '', language] = name.split('.')
  const [first, option] = base.split('-')
  const own = OWN.find((one) => one === base)
  const many = IN_LANGUAGES.find((one) => one === base)
  const ofOption = OF_OPTIONS.find((one) => one === first)
  const locale = LOCALES.find((one) => one === language)
  const what = many
    ? t(`editorial.new.fields.${many}`)
    : option && ofOption
      ? t(`editorial.new.option.${ofOption}`, { option: option.toUpperCase() })
      : own
        ? t(`editorial.new.fields.${own}`)
        : t(base === 'wordingReason' ? 'fields.wordingReason' : 'fields.sourceSummary')
  return locale ? t('editorial.new.inLanguage', { what, language: t(`editorial.languages.${locale}`) }) : what
}

/** The limits of fields by their whole names, for the sentence that says one is too long. */
export function limitsOfNew(names: readonly string[]): Record<string, number> {
  const limits: Readonly<Record<string, number>> = NEW_TEXT_LIMITS
  return Object.fromEntries(names.map((name) => [name, limits[name.split('.')[0] ?? ''] ?? NEW_TEXT_LIMITS.sentence]))
}

const area = (t: Translator, base: string, rows: number, more: { hint?: string; optional?: boolean } = {}): Field[] =>
  LOCALES.map((locale) => ({
    kind: 'area',
    name: `${base}.${locale}`,
    label: labelOfNew(t, `${base}.${locale}`),
    rows,
    dir: directionOf(locale),
    lang: locale,
    ...more,
  }))

/** The summary and the reason of the proposal: they are needed only for saving. */
function savingFields(t: Translator): Field[] {
  const hint = t('editorial.source.toSave')
  return [
    { kind: 'text', name: 'sourceSummary', label: t('fields.sourceSummary'), hint },
    { kind: 'area', name: 'wordingReason', label: t('fields.wordingReason'), hint },
  ]
}

type LessonPlace = { course: Course; begun: boolean; draft: string; locale: Locale }

export function lessonFields(t: Translator, { course, begun, draft, locale }: LessonPlace): Field[] {
  const label = (name: string) => labelOfNew(t, name)
  const lessons = course.lessons.map(({ file }) => ({ value: file.id, label: file.title[locale], lang: locale }))
  const texts: Field[] = [
    ...area(t, 'body', 24, { hint: t('editorial.new.bodyHint') }),
    {
      kind: 'area',
      name: 'practice',
      label: label('practice'),
      hint: t('editorial.new.practiceHint'),
      rows: 24,
      dir: 'ltr',
      lang: 'en',
    },
    ...savingFields(t),
  ]
  return [
    { kind: 'hidden', name: 'draft', value: draft },
    { kind: 'text', name: 'lessonId', label: label('lessonId'), hint: t('editorial.new.idHint'), dir: 'ltr' },
    {
      kind: 'select',
      name: 'after',
      label: label('after'),
      options: [{ value: '', label: t('editorial.new.first') }, ...lessons],
      value: lessons.at(-1)?.value ?? '',
    },
    ...area(t, 'title', 1),
    ...area(t, 'summary', 2),
    ...area(t, 'objectives', 3, { hint: t('editorial.new.objectivesHint') }),
    { kind: 'tick', name: 'sensitive', label: label('sensitive') },
    ...(begun ? texts : []),
  ]
}

/** Of an option; the last two may be left out. */
function optionFields(t: Translator, id: OptionId): Field[] {
  const optional = id === 'c' || id === 'd'
  const name = `cites-${id}`
  return [
    ...area(t, `text-${id}`, 2, { optional, ...(id === 'a' && { hint: t('editorial.new.optionHint') }) }),
    ...area(t, `feedback-${id}`, 2, { optional }),
    { kind: 'text', name, label: labelOfNew(t, name), dir: 'ltr', optional },
  ]
}

type QuestionPlace = {
  course: Course
  /** Where it may stand: a block of a lesson, or a file of a bank. */
  places: readonly { value: string; label: string }[]
  /** The lesson that the field for rereading starts with; empty for a bank. */
  lessonId: string
  draft: string
  locale: Locale
}

export function questionFields(t: Translator, place: QuestionPlace, { values }: FormState): Field[] {
  const { course, places, lessonId, draft, locale } = place
  const label = (name: string) => labelOfNew(t, name)
  const objectives = course.file.objectives.map(({ id, text }) => ({ value: id, label: text[locale], lang: locale }))
  const right = (values.correct ?? '').split(' ')
  return [
    { kind: 'hidden', name: 'draft', value: draft },
    { kind: 'text', name: 'questionId', label: label('questionId'), hint: t('editorial.new.idHint'), dir: 'ltr' },
    {
      kind: 'radios',
      name: 'kind',
      label: label('kind'),
      options: FORM_KINDS.map((value) => ({ value, label: t(`editorial.new.kinds.${value}`) })),
      value: 'single',
    },
    {
      kind: 'select',
      name: 'objective',
      label: label('objective'),
      options: objectives,
      choose: t('editorial.new.choose'),
    },
    { kind: 'select', name: 'place', label: label('place'), options: places, choose: t('editorial.new.choose') },
    { kind: 'tick', name: 'pattern', label: label('pattern') },
    ...area(t, 'stem', 3),
    ...OPTION_IDS.flatMap((id) => optionFields(t, id)),
    {
      kind: 'choices',
      name: 'correct',
      label: label('correct'),
      hint: t('editorial.new.correctHint'),
      options: OPTION_IDS.map((id) => ({ value: id, label: id.toUpperCase(), chosen: right.includes(id) })),
    },
    ...area(t, 'explanation', 3),
    { kind: 'text', name: 'cites', label: label('cites'), dir: 'ltr' },
    {
      kind: 'text',
      name: 'reread',
      label: label('reread'),
      hint: t('editorial.new.rereadHint'),
      dir: 'ltr',
      value: lessonId === '' ? '' : `${lessonId}#`,
    },
    ...savingFields(t),
  ]
}

export function translationFields(
  t: Translator,
  { language, model, draft }: { language: Locale; model: string; draft: string },
): Field[] {
  const name = 'body'
  return [
    { kind: 'hidden', name: 'draft', value: draft },
    {
      kind: 'area',
      name,
      label: labelOfNew(t, `${name}.${language}`),
      hint: t('editorial.new.translationHint'),
      value: model,
      rows: 30,
      dir: directionOf(language),
      lang: language,
    },
    ...savingFields(t),
  ]
}

/** The blocks of a text by their first words, as places after which a question may stand. */
export function blockPlaces(
  blocks: readonly { id: string; fields: readonly { texts: Partial<Localized> }[] }[],
  locale: Locale,
): { value: string; label: string }[] {
  return blocks.flatMap(({ id, fields }) => {
    const number = /^b(\d+)$/.exec(id)?.[1]
    const words = (fields[0]?.texts[locale] ?? '').replace(/\s+/g, ' ').slice(0, 70)
    return number === undefined ? [] : { value: number, label: `${Number(number) + 1} · ${words}` }
  })
}
