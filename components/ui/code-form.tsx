type Props = {
  action: string
  /** The name of the field. Its ids are made from it. */
  name: string
  label: string
  hint: React.ReactNode
  typed: string
  problem: string | null
  texts: { problems: string; submit: string }
}

/**
 * Asks for a number or a code, which goes into the address. A refused form keeps what was typed and says what is wrong.
 */
export function CodeForm({ action, name, label, hint, typed, problem, texts }: Props) {
  return (
    <form className="stack" method="get" action={`${action}#problem`} noValidate>
      {problem && (
        <div className="error-summary" role="alert" id="problem" tabIndex={-1}>
          <h2>{texts.problems}</h2>
          <p>
            <a href={`#${name}`}>{problem}</a>
          </p>
        </div>
      )}
      <div className="field">
        <label htmlFor={name}>{label}</label>
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
        {problem && (
          <p className="error" id={`${name}-problem`}>
            {problem}
          </p>
        )}
        <input
          id={name}
          name={name}
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
          aria-describedby={problem ? `${name}-problem ${name}-hint` : `${name}-hint`}
        />
      </div>
      <p>
        <button type="submit" className="btn primary">
          {texts.submit}
        </button>
      </p>
    </form>
  )
}
