import { CircleCheck, CircleX } from 'lucide'
import type { NameAnswer } from '@/domain/certificate/name-check'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

/** @param autoFocus when the whole page is the answer: without scripts it then begins here. */
export function NameAnswerNote({ answer, autoFocus, t }: { answer: NameAnswer; autoFocus?: boolean; t: Translator }) {
  const matches = answer === 'matches'
  return (
    <div className={`note ${matches ? 'ok' : 'bad'}`} tabIndex={-1} autoFocus={autoFocus}>
      <p className="note-title">
        <Icon node={matches ? CircleCheck : CircleX} />
        <span>{t(`verify.answer.${answer}`)}</span>
      </p>
    </div>
  )
}
