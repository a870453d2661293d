import { type BlockLabel, labelBlocks, labelField } from '@/domain/editorial/block-label'
import type { TextBlock } from '@/domain/editorial/text-block'
import type { Locale } from '@/domain/locale'
import { memoizePerObject } from '@/domain/memoize'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

/** The name of each block by its id. */
export type BlockLabels = ReadonlyMap<string, string>

// The blocks of a release and of the library never change.
const made = memoizePerObject((_: readonly TextBlock[]) => new Map<Locale, BlockLabels>())

/** What each block is called on a page: by its section, its number or its field, in the reader's language. */
export function blockLabels(blocks: readonly TextBlock[], locale: Locale, t: Translator): BlockLabels {
  const kept = made(blocks)
  const known = kept.get(locale)
  if (known) return known
  const labels = new Map([...labelBlocks(blocks, locale)].map(([id, label]) => [id, sayLabel(label, locale, t)]))
  kept.set(locale, labels)
  return labels
}

/** The plain name of a field; null for a field that is not wording, which is shown by its key. */
export function fieldName(key: string, locale: Locale, t: Translator): string | null {
  const label = labelField(key)
  return label && sayLabel(label, locale, t)
}

function sayLabel(label: BlockLabel, locale: Locale, t: Translator): string {
  if (label.kind === 'question') return t('editorial.text.questionNumber', { number: label.number })
  if (label.kind === 'field') {
    const [one = '', two = ''] = label.parts
    const element = label.element ? t(`casework.grid.element.${label.element}`) : ''
    return t(`editorial.text.fields.${label.name}`, { one, two, element })
  }
  const { number } = label
  if (label.heading === null) return t('editorial.text.passageAhead', { number })
  const heading = typeset(label.heading, locale)
  return number === 0 ? heading : t('editorial.text.passage', { heading, number })
}
