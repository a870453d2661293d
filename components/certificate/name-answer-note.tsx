import { CircleCheck, CircleX } from 'lucide'
import type { NameAnswer } from '@/domain/certificate/name-check'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

/**
 * The form's address has this note's id as its fragment, so that without scripts the reloaded page is read from here.
 */
export function NameAnswerNote({ answer, t }: { answer: NameAnswer; t: Translator }) {
  const matches = answer === 'matches'
  return (
    <div className={`note ${matches ? 'ok' : 'bad'}`} id="answer" tabIndex={-1}>
      <p className="note-title">
        <Icon node={matches ? CircleCheck : CircleX} />
        <span>{t(`verify.answer.${answer}`)}</span>
      </p>
    </div>
  )
}
