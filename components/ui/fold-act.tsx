type Props = {
  summary: string
  /** What follows from it. */
  hint: string
  button: string
  action: string
  /** The field that names what the act is about. */
  field: { name: string; value: string }
}

/** An act that cannot be taken back, in a fold so that no tap meets it by chance. */
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
