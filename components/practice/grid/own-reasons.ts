import type { CaseFact } from '@/domain/case/case-text'
import { EFFECTS, ELEMENTS, type ElementId } from '@/domain/case/grid-file'
import { AIMS, citeOf } from '@/domain/case/trafficking-penalties'
import type { Locale } from '@/domain/locale'
import type { GridAnswers, Mark } from '@/domain/practice/grid-answers'
import type { Offence } from '@/domain/practice/open-part'
import { circumstancesIn } from '@/domain/practice/score-grid'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { isolateLtr } from '../../ui/ref'
import { choiceWords } from './grid-words'

type Given = {
  answers: GridAnswers
  facts: readonly CaseFact[]
  offences: readonly Offence[]
  locale: Locale
  t: Translator
}

/**
 * Her reasons in the form of a judgment, made only from her answers, one sentence per line. If she has not answered an
 * element, its sentence says so.
 */
export function ownReasons(given: Given): string {
  const { answers, locale, t } = given
  const lines = ELEMENTS.flatMap((element) => {
    const mark = answers[element]
    const finding = mark && findingOf(element, mark, given)
    if (!mark || !finding)
      return [t('casework.grid.reasons.missing', { element: t(`casework.grid.element.${element}`) })]
    const against = quoted(mark.contradicts, given)
    return [
      sentence(element, finding, quoted(mark.supports, given), t),
      ...(against ? [t('casework.grid.reasons.against', { facts: against })] : []),
    ]
  })
  return lines.map((line) => typeset(locale === 'fr' ? elided(line) : line, locale)).join('\n')
}

function sentence(element: ElementId, finding: string, facts: string | null, t: Translator): string {
  if (facts) return t('casework.grid.reasons.with', { facts, finding })
  // The qualification follows from the rest; circumstances that are not there need no fact.
  const concludes = element === 'qualification' || element === 'aggravation'
  return t(concludes ? 'casework.grid.reasons.conclude' : 'casework.grid.reasons.without', { finding })
}

const FOUND = ['made-out', 'not-made-out', 'undecided'] as const
const A = { a: isolateLtr('448-1') }

/** What she states of an element; null if she does not. */
function findingOf(element: ElementId, { values }: Mark, given: Given): string | null {
  const { t } = given
  const [value] = values
  if (!value) return null
  switch (element) {
    case 'act':
    case 'means': {
      if (element === 'means' && value === 'not-required') return t('casework.grid.reasons.means.not-required', A)
      const found = FOUND.find((one) => one === value)
      return found ? t(`casework.grid.reasons.${element}.${found}`, A) : null
    }
    case 'purpose': {
      const aim = AIMS.find((one) => one === value)
      if (aim) return t('casework.grid.reasons.purpose.made-out', { ...A, aim: t(`casework.grid.aim.${aim}`) })
      return t(`casework.grid.reasons.purpose.${value === 'not-made-out' ? 'not-made-out' : 'undecided'}`, A)
    }
    case 'threshold':
      return t('casework.grid.reasons.threshold', { ...A, effects: effectsIn(values, given) })
    case 'aggravation':
      return circumstances(values, given)
    case 'qualification': {
      if (value === 'trafficking') return t('casework.grid.reasons.qualification.trafficking', A)
      if (value === 'none') return t('casework.grid.reasons.qualification.none')
      return t('casework.grid.reasons.qualification.other', { offence: offenceWords(value, given) })
    }
  }
}

function effectsIn(values: readonly string[], { locale, t }: Given): string {
  const told = EFFECTS.flatMap((effect) => {
    const found = FOUND.find((one) => values.includes(`${effect}:${one}`))
    return found ? t(`casework.grid.reasons.effects.${effect}.${found}`) : []
  })
  return told.join(locale === 'ar' ? '، و' : ' ; ')
}

function circumstances(values: readonly string[], given: Given): string {
  const { locale, t } = given
  const named = circumstancesIn(values)
  if (named.length === 0) {
    return t(`casework.grid.reasons.aggravation.${values.includes('undecided') ? 'undecided' : 'none'}`)
  }
  const list = named.map((id) => `${choiceWords('aggravation', id, given)} (${placeOf(citeOf(id))})`)
  return t('casework.grid.reasons.aggravation.some', { list: list.join(locale === 'ar' ? '؛ ' : ' ; ') })
}

/** `cp-448-3#1.4` → the number of its article. */
function placeOf(cite: string): string {
  return isolateLtr(cite.slice('cp-'.length).replace(/#.*/, ''))
}

function offenceWords(id: string, given: Given): string {
  const cite = given.offences.find((offence) => offence.id === id)?.cites[0]
  return `${choiceWords('qualification', id, given)}${cite ? ` (${placeOf(cite)})` : ''}`
}

/** The facts in their own words, each with its number; null if there is none. */
function quoted(ids: readonly string[], { facts, locale, t }: Given): string | null {
  const [first, ...others] = facts
    .filter(({ id }) => ids.includes(id))
    .map(({ id, text }) => `${quote(text.replace(/[.؛;،,\s]+$/u, ''), locale)} (${isolateLtr(id)})`)
  if (first === undefined) return null
  return others.reduce((before, after) => t('casework.grid.reasons.and', { before, after }), first)
}

function quote(text: string, locale: Locale): string {
  if (locale === 'fr') return `« ${text} »`
  return locale === 'ar' ? `«${text}»` : `“${text}”`
}

/** The French templates put “que” before other words: it is elided before a vowel or an h. */
function elided(line: string): string {
  return line.replace(/\b(qu)e (?=[aàâeéèêiîoôuh])/giu, '$1’')
}
