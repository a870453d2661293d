type Props = {
  summary: string
  /** The consequences of the act. */
  hint: string
  button: string
  action: string
  /** The field that names what the act is about. */
  field: { name: string; value: string }
}

/** An act that cannot be undone, folded so that nobody taps it by accident. */
export function FoldAct({ summary, hint, button, action, field }: Props) {
  return (
    <details>
      <summary>{summary}</summary>
      <form method="post" action={action} className="stack-s">
        <input type="hidden" {...field} />
        <p className="sm muted">{hint}</p>
        <p>
          <button type="submit" className="btn danger typed">
            {button}
          </button>
        </p>
      </form>
    </details>
  )
}
