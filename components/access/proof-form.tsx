import type { Translator } from '@/i18n/translator'

/** What is wrong with what she gave, in a form of the page, with what she typed. */
export type ProofProblem = { act: string; sentence: string; typed: string }
type Props = {
  action: string
  /** What is asked for; also the id of the field. */
  act: string
  asks: 'password' | 'app-code' | 'any-code'
  submit: string
  look?: 'primary' | 'danger' | 'plain'
  problem: ProofProblem | null
  t: Translator
}

const LOOKS = { primary: 'btn primary', danger: 'btn danger', plain: 'btn' }

/** Asks for her password or a code before it does one thing. */
export function ProofForm({ action, act, asks, submit, look = 'primary', problem, t }: Props) {
  const wrong = problem?.act === act ? problem : null
  const hint = asks === 'password' ? null : t(`secondFactor.${asks === 'app-code' ? 'appHint' : 'anyHint'}`)
  const described = [wrong && `${act}-problem`, hint && `${act}-hint`].filter(Boolean).join(' ')
  const input = {
    id: act,
    dir: 'ltr',
    required: true,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': described || undefined,
  } as const
  return (
    <form method="post" action={action} className="stack">
      <input type="hidden" name="act" value={act} />
      <div className="field">
        <label htmlFor={act}>{t(asks === 'password' ? 'fields.current' : 'secondFactor.code')}</label>
        {hint && (
          <p id={`${act}-hint`} className="hint">
            {hint}
          </p>
        )}
        {wrong && (
          <p id={`${act}-problem`} className="error">
            {wrong.sentence}
          </p>
        )}
        {asks === 'password' ? (
          <input {...input} type="password" name="password" autoComplete="current-password" />
        ) : (
          <input
            {...input}
            type="text"
            name="code"
            className="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            maxLength={60}
            defaultValue={wrong?.typed ?? ''}
          />
        )}
      </div>
      <p>
        <button type="submit" className={LOOKS[look]}>
          {submit}
        </button>
      </p>
    </form>
  )
}
