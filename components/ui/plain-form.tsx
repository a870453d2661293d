import type { FormState } from './form-state'
import { type PlainField, PlainFieldView } from './plain-field'

type Props = {
  /** Makes ids unique on the page. */
  id: string
  action: string
  fields: readonly PlainField[]
  state: FormState
  texts: { problems: string; optional: string }
  submit: string
  /** A second submit button, with its own name and address. */
  also?: { name: string; label: string; action: string }
  /** An alternative to the form, as a link that looks like a button of the same size. */
  beside?: { href: string; label: string }
  look?: 'primary' | 'danger' | 'plain'
  /** For a form with a file field. */
  multipart?: boolean
}

/** A form of a document: the browser posts it, and a refused one comes back with what was typed. */
export function PlainForm(props: Props) {
  const { id, action, fields, state, texts, submit, also, beside, look = 'primary', multipart = false } = props
  const refused = state.problem !== undefined || state.summary.length > 0
  return (
    <form
      method="post"
      action={action}
      className="stack"
      noValidate
      encType={multipart ? 'multipart/form-data' : undefined}
    >
      {state.done !== undefined && (
        <p className="note ok" role="status" tabIndex={-1} data-outcome="">
          {state.done}
        </p>
      )}
      {refused && (
        <div
          role="alert"
          tabIndex={-1}
          className="error-summary stack"
          aria-labelledby={`${id}-problems`}
          data-outcome=""
        >
          <h2 id={`${id}-problems`}>{texts.problems}</h2>
          {state.problem !== undefined && <p>{state.problem}</p>}
          {state.wayOut && (
            <p>
              <a href={state.wayOut.href}>{state.wayOut.label}</a>
            </p>
          )}
          {state.summary.length > 0 && (
            <ul>
              {state.summary.map(({ name, text }) => (
                <li key={name}>
                  <a href={`#${id}-${name}`}>{text}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {fields.map((field) => (
        <PlainFieldView key={field.name} id={id} field={field} state={state} optional={texts.optional} />
      ))}
      <p className="row">
        <button type="submit" className={look === 'plain' ? 'btn' : `btn ${look}`}>
          {submit}
        </button>
        {also && (
          <button type="submit" name={also.name} value="yes" formAction={also.action} className="btn">
            {also.label}
          </button>
        )}
        {beside && (
          <a className="btn" href={beside.href}>
            {beside.label}
          </a>
        )}
      </p>
    </form>
  )
}
