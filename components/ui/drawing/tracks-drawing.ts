import type { Element } from 'hast'
import { readStretch, type Stretch, valuesIn } from '@/domain/course/drawing'
import { entriesOf, linesOf } from './entry'
import { el, elementsIn, wordsIn } from './hast'
import type { Parts } from './parts'

/** The phases during which each track runs, so that overlaps are visible. The words beside each bar say the same. */
export function drawTracks({ blocks: [phases, tracks, ...notes], places, t }: Parts): Element[] {
  const stretches = valuesIn(places).map(readStretch)
  const names = elementsIn(phases)
  const words = names.map(wordsIn)
  const of = `of-${names.length}`
  const items = entriesOf(tracks).map((track, at) => {
    const stretch = stretches[at] ?? null
    return el('li', {}, el('div', {}, linesOf(track), stretch && said(stretch)), bar(stretch, of))
  })
  return [
    el(
      'ol',
      { className: ['phases', of] },
      names.map((name) => el('li', {}, name.children)),
    ),
    el('ul', { className: ['drawn'] }, items),
    ...notes,
  ]

  function said({ from, to, optional, goesOn }: Stretch): Element {
    const ends = [...new Set([from, to])].map((phase) => words[phase - 1] ?? '')
    const more = [...(optional ? [t('lesson.drawing.optional')] : []), ...(goesOn ? [t('lesson.drawing.goesOn')] : [])]
    return el('p', { className: ['phases-said'] }, [ends.join(' – '), ...more].join(' · '))
  }
}

function bar(stretch: Stretch | null, of: string): Element {
  const { from = 1, to = 1, optional = false, goesOn = false } = stretch ?? {}
  const looks = [...(optional ? ['maybe'] : []), ...(goesOn ? ['on'] : [])]
  return el(
    'div',
    { className: ['track', of], ariaHidden: 'true' },
    stretch && el('i', { className: [`from-${from}`, `to-${to}`, ...looks] }),
  )
}
