import { CircleCheck, CircleX } from 'lucide'
import type { JudgedPart } from '@/domain/question/kinds/kind'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../../ui/icon'

/** The parts of the answer that was given, as judged; null if none was. */
export type Judged = readonly JudgedPart[] | null
type Mark = 'ok' | 'bad'

/** The mark of an option that is chosen by itself: a wrong one only if she chose it. */
export function optionMark(judged: Judged, id: string): Mark | null {
  const part = judged?.find(({ chosen, right }) => chosen === id || right === id)
  if (!part) return null
  return part.correct || part.right === id ? 'ok' : 'bad'
}

/** The mark of a part that has an answer of its own, such as a prompt, a blank or a rank. */
export function partMark(judged: Judged, asks: JudgedPart['asks']): Mark | null {
  const part = judged?.find((each) => each.asks === asks)
  if (!part) return null
  return part.correct ? 'ok' : 'bad'
}

/** The class of what is marked, after its other classes. */
export function markClass(mark: Mark | null, ...others: string[]): string | undefined {
  return [...others, ...(mark ? [`is-${mark}`] : [])].join(' ') || undefined
}

type Props = {
  /** For the field that it describes. */
  id?: string
  mark: Mark | null
  /** A right option that she did not choose. */
  missed?: boolean
  /** Only the sign is seen, in running text; a screen reader reads the word. */
  inText?: boolean
  t: Translator
}

/** A sign and a word: the colour alone would not say it to everybody. */
export function JudgedMark({ id, mark, missed = false, inText = false, t }: Props) {
  if (!mark) return null
  const word = mark === 'bad' ? 'practice.incorrect' : missed ? 'practice.rightAnswer' : 'practice.correct'
  return (
    <span id={id} className="judged-mark">
      <Icon node={mark === 'ok' ? CircleCheck : CircleX} />
      <span className={inText ? 'sr' : undefined}> {t(word)}</span>
    </span>
  )
}
