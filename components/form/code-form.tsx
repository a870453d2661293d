import type { Translator } from '@/i18n/translator'
import { ErrorSummary } from './error-summary'
import { described, FieldFrame } from './field-frame'
import { UNTOUCHED } from './form-state'

type Props = {
  action: string
  /** The name of the field, and the stem of its ids. */
  name: string
  label: string
  hint: React.ReactNode
  typed: string
  problem: string | null
  submit: string
  t: Translator
}

/**
 * Asks for a number or a code, which becomes part of the address. A refused form keeps the typed text and shows the
 * error.
 */
export function CodeForm({ action, name, label, hint, typed, problem, submit, t }: Props) {
  const id = `${name}-${name}`
  const state = problem === null ? UNTOUCHED : { ...UNTOUCHED, summary: [{ name, text: problem }] }
  return (
    <form className="stack" method="get" action={`${action}#${name}-problems`} noValidate>
      <ErrorSummary id={name} state={state} t={t} />
      <FieldFrame id={id} label={label} hint={hint} error={problem ?? undefined}>
        <input
          id={id}
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
          aria-describedby={described(id, hint, problem ?? undefined)}
        />
      </FieldFrame>
      <p>
        <button type="submit" className="btn primary">
          {submit}
        </button>
      </p>
    </form>
  )
}
