import type { NumberProblem } from '@/domain/certificate/number-problem'
import type { Translator } from '@/i18n/translator'
import { Ref } from '../ui/ref'

type Props = {
  action: string
  typed: string
  problem: NumberProblem | null
  t: Translator
}

/** Asks for a number. What was typed stays, with what is wrong with it: its address leads there. */
export function NumberForm({ action, typed, problem, t }: Props) {
  const mark = (text: string) => () => <Ref key={text}>{text}</Ref>
  return (
    <form className="stack" method="get" action={`${action}#problem`}>
      {problem && (
        <div className="error-summary" role="alert" id="problem" tabIndex={-1}>
          <h2>{t('errors.title')}</h2>
          <p>
            <a href="#number">{t(`verify.problem.${problem}`)}</a>
          </p>
        </div>
      )}
      <div className="field">
        <label htmlFor="number">{t('certificate.number')}</label>
        <p className="hint" id="number-hint">
          {t.rich('verify.hint', { form: mark('XXXX-XXXX-XXXX-X'), never: mark('0 1 I L O U') })}
        </p>
        {problem && (
          <p className="error" id="number-problem">
            {t(`verify.problem.${problem}`)}
          </p>
        )}
        <input
          id="number"
          name="number"
          type="text"
          dir="ltr"
          className="number"
          required
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={typed}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'number-problem number-hint' : 'number-hint'}
        />
      </div>
      <p>
        <button type="submit" className="btn primary">
          {t('verify.submit')}
        </button>
      </p>
    </form>
  )
}
