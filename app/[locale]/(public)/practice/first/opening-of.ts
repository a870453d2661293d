import { citingOf, type PlayedCase, papersOf } from '@/app/[locale]/(learn)/practice/simulations/simulation-views'
import type { OpeningView } from '@/components/practice/first/night-opening'
import { begin, decide, nodeOf, offered } from '@/domain/case/simulation/play'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

/**
 * The first decision of a simulation, with what follows from each choice: all that anybody may see of it without an
 * account. Documents of later decisions are not among it.
 */
export function openingOf(played: PlayedCase, { locale, t }: { locale: Locale; t: Translator }): OpeningView {
  const { file } = played.found
  const read = { found: played.found, locale }
  const play = begin(file)
  const node = nodeOf(file, play.node)
  const set = (text: string) => typeset(text, locale)
  return {
    situation: set(node?.text[locale] ?? ''),
    papers: papersOf(read, play, 0),
    question: node?.question ? set(node.question[locale]) : t('casework.simulation.step.ask'),
    choices: offered(file, play).map(({ id, text, why, consequence }) => {
      const after = decide(file, play, id)
      const opened = typeof after === 'string' ? [] : papersOf(read, after, 0)
      return {
        id,
        text: set(text[locale]),
        why: why[locale],
        consequence: opened.find(({ paper }) => paper.id === consequence) ?? null,
      }
    }),
    citing: citingOf(played, locale),
  }
}
