import type { Translator } from '@/i18n/translator'
import { ErrorSummary } from './error-summary'
import { type Field, FieldView } from './field'
import { type FormState, UNTOUCHED } from './form-state'

type Props = {
  /** Makes ids unique on the page. */
  id: string
  action: string
  fields: readonly Field[]
  submit: string
  state?: FormState | undefined
  /** A second submit button, with its own name and address. */
  also?: { name: string; label: string; action: string }
  /** An alternative to the form, as a link that looks like a button of the same size. */
  beside?: { href: string; label: string }
  look?: 'primary' | 'danger' | 'plain'
  /** For a form with a file field. */
  multipart?: boolean
  t: Translator
}

/** The site's form: the browser posts it, and a refused form comes back with the typed values. */
export function Form(props: Props) {
  const { id, action, fields, submit, state = UNTOUCHED, also, beside, look = 'primary', multipart = false, t } = props
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
      <ErrorSummary id={id} state={state} t={t} />
      {fields.map((field) => (
        <FieldView key={field.name} id={id} field={field} state={state} optional={t('fields.optional')} />
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

/** A form on a page with other content: its address has a fragment that leads to the error summary. */
export function SectionForm({ action, ...form }: Props) {
  return (
    <div className="narrow">
      <Form {...form} action={`${action}#${form.id}-problems`} />
    </div>
  )
}
