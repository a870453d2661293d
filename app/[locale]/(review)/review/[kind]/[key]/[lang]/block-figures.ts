import { figureTexts } from '@/components/cohort/learning/figure-texts'
import { provisionName } from '@/components/cohort/learning/provision-name'
import type { ShownFigures } from '@/components/editorial/question-figures'
import { LANGUAGE_NAMES } from '@/components/shell/language-names'
import type { Course } from '@/domain/course/course'
import { QUESTION_PREFIX } from '@/domain/editorial/text-block'
import { LOCALES, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { PresentText } from '@/server/editorial/present-text'
import { figuresOfBank, type QuestionFigures } from '@/server/editorial/question-figures'

const NONE: ShownFigures = { facts: [], faults: [] }

/** The figures of each question of a bank, by its block; empty if none of them may be shown. Other texts have none. */
export async function figuresBeside(
  text: PresentText,
  locale: Locale,
  t: Translator,
): Promise<ReadonlyMap<string, ShownFigures>> {
  const { course } = text.source
  if (text.key.kind !== 'bank' || !course) return new Map()
  const known = await figuresOfBank(text, new Date())
  return new Map(
    text.blocks.map(({ id }) => {
      const figures = known.get(id.slice(QUESTION_PREFIX.length))
      return [id, figures && anyShown(figures) ? shown(figures, course, locale, t) : NONE]
    }),
  )
}

function anyShown({ facility, discrimination, confident, byLanguage }: QuestionFigures): boolean {
  return [facility, discrimination, ...confident, ...byLanguage].some(({ status }) => status === 'shown')
}

function shown(figures: QuestionFigures, course: Course, locale: Locale, t: Translator): ShownFigures {
  const { facility, discrimination, confident, byLanguage, faults } = figures
  const texts = figureTexts(locale, t)
  const of = (name: string, figure: string) => t('editorial.text.figures.of', { name, figure })
  const inLanguage = LOCALES.flatMap((language) =>
    byLanguage.filter(({ label }) => label === language).map((rate) => of(LANGUAGE_NAMES[language], texts.whole(rate))),
  )
  const facts = [
    { label: t('cohorts.learning.facility'), values: [texts.whole(facility)] },
    { label: t('cohorts.learning.discrimination'), values: [texts.itemRest(discrimination)] },
    {
      label: t('cohorts.learning.confident'),
      values: confident.map((rate) => of(provisionName(rate.label, course, locale), texts.whole(rate))),
    },
    { label: t('cohorts.learning.languages'), values: inLanguage },
  ]
  return { facts: facts.filter(({ values }) => values.length > 0), faults }
}
