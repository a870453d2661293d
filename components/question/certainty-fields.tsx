import { CERTAINTIES, type Certainty } from '@/domain/question/answer'
import type { Translator } from '@/i18n/translator'

/** How sure she is of her answer, asked before she knows what is right. She may leave it out. */
export function CertaintyFields({ certainty, t }: { certainty: Certainty | null; t: Translator }) {
  return (
    <fieldset className="certainty">
      <legend className="sm">
        {t('exam.certainty')} <span className="muted">({t('exam.certaintyOptional')})</span>
      </legend>
      {CERTAINTIES.map((level) => (
        <label key={level} className="opt">
          <input type="radio" name="certainty" value={level} defaultChecked={certainty === level} />
          <span>{t(`exam.${level}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
