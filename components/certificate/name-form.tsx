import type { NameAnswer } from '@/domain/certificate/name-check'
import type { Translator } from '@/i18n/translator'
import { NameAnswerNote } from './name-answer-note'

type Props = {
  action: string
  given: { name: string; answer: NameAnswer } | null
  t: Translator
}

/** A person who holds the paper types the name printed on it. The answer appears below, on the same page. */
export function NameForm({ action, given, t }: Props) {
  return (
    <section className="card stack" aria-labelledby="name-title">
      <h2 id="name-title">{t('verify.nameTitle')}</h2>
      <p>{t('verify.nameLead')}</p>
      <form className="stack" method="post" action={`${action}#answer`} data-name-check>
        <div className="field">
          <label htmlFor="name">{t('verify.nameLabel')}</label>
          <input
            id="name"
            name="name"
            type="text"
            dir="auto"
            required
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            defaultValue={given?.name ?? ''}
          />
        </div>
        <p>
          <button type="submit" className="btn">
            {t('verify.nameSubmit')}
          </button>
        </p>
      </form>
      <div role="status" data-name-answer>
        {given && <NameAnswerNote answer={given.answer} t={t} />}
      </div>
    </section>
  )
}
