import { EFFECTS, type ElementId } from '@/domain/case/grid-file'
import { AIMS, CIRCUMSTANCE_IDS } from '@/domain/case/trafficking-penalties'
import type { Locale } from '@/domain/locale'
import type { Offence } from '@/domain/practice/open-part'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

type Texts = { offences: readonly Offence[]; locale: Locale; t: Translator }
const VALUES = ['made-out', 'not-made-out', 'not-required', 'undecided', 'none', 'trafficking'] as const

/** The words of a choice of an element. */
export function choiceWords(element: ElementId, id: string, { offences, locale, t }: Texts): string {
  const offence = element === 'qualification' && offences.find((other) => other.id === id)
  if (offence) return typeset(offence.text[locale], locale)
  if (element === 'qualification' && id === 'none') return t('casework.grid.value.no-offence')
  const aim = AIMS.find((one) => one === id)
  if (element === 'purpose' && aim) return t(`casework.grid.aim.${aim}`)
  const circumstance = CIRCUMSTANCE_IDS.find((one) => one === id)
  if (element === 'aggravation' && circumstance) return t(`casework.grid.circumstance.${circumstance}`)
  const value = VALUES.find((one) => one === id.slice(id.indexOf(':') + 1))
  return value ? t(`casework.grid.value.${value}`) : id
}

/** All values of an answer in one line; for the threshold, with the name of each effect. */
export function answerWords(element: ElementId, values: readonly string[], texts: Texts): string {
  const { t } = texts
  if (values.length === 0) return t('casework.grid.unanswered')
  return values
    .map((id) => {
      const effect = EFFECTS.find((name) => id.startsWith(`${name}:`))
      const words = choiceWords(element, id, texts)
      return effect
        ? t('casework.grid.effectValue', { effect: t(`casework.grid.effect.${effect}`), value: words })
        : words
    })
    .join(' · ')
}
