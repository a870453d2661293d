import { CircleCheck, CircleX } from 'lucide'
import type { Decision } from '@/domain/library/decision'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'
import { Inline } from '../ui/inline'

type FormProps = {
  prediction: Decision['prediction']
  /** The address of the decision. */
  path: string
  locale: Locale
  t: Translator
}

/** Asks the reader to predict the outcome before it is shown. Nothing is stored: the choice is in the address. */
export function PredictionForm({ prediction, path, locale, t }: FormProps) {
  return (
    <section className="card question stack predict" aria-labelledby="predict">
      <h2 id="predict">{t('library.predict.title')}</h2>
      <form action={`${path}#holding`} className="stack">
        <fieldset>
          <legend>
            <Inline source={prediction.question[locale]} locale={locale} />
          </legend>
          {prediction.options.map(({ id, text }) => (
            <label key={id} className="opt">
              <input type="radio" name="predict" value={id} required />
              <span>
                <Inline source={text[locale]} locale={locale} />
              </span>
            </label>
          ))}
        </fieldset>
        <p className="row">
          <button type="submit" className="btn primary">
            {t('library.predict.compare')}
          </button>
          <a className="btn link" href={`${path}?show=1#holding`}>
            {t('library.predict.show')}
          </a>
        </p>
      </form>
    </section>
  )
}

type HoldingProps = {
  prediction: Decision['prediction']
  /** The option that the reader chose; null if she did not guess. */
  guess: string | null
  locale: Locale
  t: Translator
}

/** What the court decided, beside what the reader predicted. */
export function Holding({ prediction, guess, locale, t }: HoldingProps) {
  const { question, options, holding, comment } = prediction
  const right = guess === holding
  const textOf = (id: string) => options.find((option) => option.id === id)?.text[locale] ?? ''
  return (
    <section className="stack-s" aria-labelledby="holding">
      <h2 id="holding">{t('library.predict.holding')}</h2>
      <p className="sm muted">
        <Inline source={question[locale]} locale={locale} />
      </p>
      <div className={guess === null ? 'note' : right ? 'note ok' : 'note warn'}>
        {guess !== null && <Icon node={right ? CircleCheck : CircleX} />}
        <div>
          {guess !== null && (
            <p className="note-title">{t(right ? 'library.predict.right' : 'library.predict.wrong')}</p>
          )}
          <p>
            <strong>
              <Inline source={textOf(holding)} locale={locale} />
            </strong>
          </p>
          {guess !== null && !right && (
            <p className="sm">
              {t('library.predict.yours')} <Inline source={textOf(guess)} locale={locale} />
            </p>
          )}
          <p>
            <Inline source={comment[locale]} locale={locale} />
          </p>
        </div>
      </div>
    </section>
  )
}
