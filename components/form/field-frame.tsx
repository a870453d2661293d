type Props = {
  id: string
  label: string
  hint?: React.ReactNode
  error?: string | undefined
  children: React.ReactNode
}

/** The label, hint and error message of a field. @see described, which links them to the input */
export function FieldFrame({ id, label, hint, error, children }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {children}
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return (
    error && (
      <p id={`${id}-error`} className="error">
        {error}
      </p>
    )
  )
}

/** The ids of an input's hint and error, for screen readers. */
export function described(id: string, hint: React.ReactNode, error: string | undefined): string | undefined {
  return [hint ? `${id}-hint` : null, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}
