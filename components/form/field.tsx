import { described, FieldError, FieldFrame } from './field-frame'
import type { FormState } from './form-state'
import { PasskeyAsk, type PasskeyField } from './passkey-field'

type Common = { name: string; label: string; hint?: string; optional?: boolean; value?: string | null }
type Option = { value: string; label: string; lang?: string }
export type Field =
  | (Common & { kind: 'text'; dir?: 'ltr' | 'rtl' | 'auto'; lang?: string; autoComplete?: string })
  | EmailField
  | (Common & { kind: 'date' })
  | (Common & { kind: 'time' })
  | (Common & { kind: 'number' })
  | PasswordField
  /** The code of a second factor, with digits of any script. */
  | (Common & { kind: 'code' })
  | (Common & { kind: 'area'; rows?: number; dir?: 'ltr' | 'rtl'; lang?: string })
  | (Common & { kind: 'file'; accept: string })
  | (Common & { kind: 'select'; options: readonly Option[]; choose?: string })
  /** Several checkboxes; each checked one is sent under `name`. */
  | { kind: 'choices'; name: string; label: string; hint?: string; options: readonly (Option & { chosen: boolean })[] }
  /** Several radio buttons, of which one is chosen from the start. */
  | { kind: 'radios'; name: string; label: string; options: readonly Option[]; value: string }
  | { kind: 'tick'; name: string; label: string }
  | PasskeyField
  | { kind: 'hidden'; name: string; value: string }

type PasswordField = Common & {
  kind: 'password'
  autoComplete: 'current-password' | 'new-password'
  /** The labels of the button that shows the typed text; set if the field holds another secret than her password. */
  button?: { show: string; hide: string }
}

type EmailField = Common & {
  kind: 'email'
  autoComplete?: string
  /** Shown, but the person cannot change it here. */
  fixed?: boolean
  /** The browser tab keeps the typed text for the same field of the next page. */
  kept?: boolean
}

type Props = { id: string; field: Field; state: FormState; optional: string }

/** One field of a native form. It needs no script, so a document can hold it. */
export function FieldView({ id: form, field, state, optional }: Props) {
  if (field.kind === 'hidden') return <input type="hidden" name={field.name} value={field.value} />
  if (field.kind === 'passkey') return <PasskeyAsk {...field} />
  const id = `${form}-${field.name}`
  const error = state.errors[field.name]
  if (field.kind === 'choices') return <Choices id={id} field={field} error={error} />
  if (field.kind === 'radios') {
    return <Radios id={id} field={field} chosen={state.values[field.name] ?? field.value} error={error} />
  }
  if (field.kind === 'tick') {
    return <Tick id={id} field={field} ticked={state.values[field.name] === 'yes'} error={error} />
  }
  const label = field.optional ? `${field.label} ${optional}` : field.label
  return (
    <FieldFrame id={id} label={label} hint={field.hint} error={error}>
      <Input id={id} field={field} value={state.values[field.name] ?? field.value ?? ''} error={error} />
    </FieldFrame>
  )
}

type InputProps = {
  id: string
  field: Exclude<Field, { kind: 'hidden' | 'passkey' | 'tick' | 'choices' | 'radios' }>
  value: string
  error: string | undefined
}

function Input({ id, field, value, error }: InputProps) {
  const common = {
    id,
    name: field.name,
    'aria-required': field.optional ? undefined : true,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described(id, field.hint, error),
  }
  if (field.kind === 'area') {
    const { dir = 'auto', lang, rows = 3 } = field
    return <textarea {...common} dir={dir} lang={lang} rows={rows} defaultValue={value} />
  }
  if (field.kind === 'file') return <input {...common} type="file" accept={field.accept} />
  if (field.kind === 'select') {
    return (
      <select {...common} defaultValue={value}>
        {field.choose !== undefined && <option value="">{field.choose}</option>}
        {field.options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  if (field.kind === 'date') return <input {...common} type="date" dir="ltr" defaultValue={value} />
  if (field.kind === 'time') return <input {...common} type="time" dir="ltr" defaultValue={value} />
  if (field.kind === 'number')
    return <input {...common} type="text" inputMode="numeric" dir="ltr" defaultValue={value} />
  if (field.kind === 'password') return <PasswordInput {...common} field={field} />
  if (field.kind === 'code') return <CodeInput {...common} value={value} />
  if (field.kind === 'email') return <EmailInput {...common} field={field} value={value} />
  const { dir = 'auto', lang, autoComplete = 'off' } = field
  return (
    <input
      {...common}
      type="text"
      dir={dir}
      lang={lang}
      autoComplete={autoComplete}
      spellCheck={false}
      defaultValue={value}
    />
  )
}

type EmailProps = { id: string; name: string; field: EmailField; value: string }

function EmailInput({ field: { autoComplete = 'off', fixed, kept }, value, ...common }: EmailProps) {
  return (
    <input
      {...common}
      type="email"
      dir="ltr"
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      readOnly={fixed}
      data-kept={kept ? '' : undefined}
      defaultValue={value}
    />
  )
}

type PasswordProps = { id: string; name: string; field: PasswordField }

/**
 * A typed password is never sent back. The site's script adds a button to show it, because long passwords are hard to
 * type unseen.
 */
function PasswordInput({ field: { autoComplete, button }, ...common }: PasswordProps) {
  return (
    <div className="password">
      <input
        {...common}
        type="password"
        dir="auto"
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        data-show-password={button?.show}
        data-hide-password={button?.hide}
      />
    </div>
  )
}

function CodeInput({ value, ...common }: { id: string; name: string; value: string }) {
  return (
    <input
      {...common}
      type="text"
      className="code"
      dir="ltr"
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      defaultValue={value}
    />
  )
}

type ChoicesProps = { id: string; field: Extract<Field, { kind: 'choices' }>; error: string | undefined }

function Choices({ id, field: { name, label, hint, options }, error }: ChoicesProps) {
  return (
    <fieldset className="field" id={id} aria-describedby={described(id, hint, error)}>
      <legend className="label">{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {options.map((option) => (
        <label key={option.value} className="opt">
          <input type="checkbox" name={name} value={option.value} defaultChecked={option.chosen} />
          <span lang={option.lang}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

type RadiosProps = {
  id: string
  field: Extract<Field, { kind: 'radios' }>
  chosen: string
  error: string | undefined
}

function Radios({ id, field: { name, label, options }, chosen, error }: RadiosProps) {
  return (
    <fieldset className="field" id={id} aria-describedby={described(id, undefined, error)}>
      <legend className="label">{label}</legend>
      <FieldError id={id} error={error} />
      {options.map((option) => (
        <label key={option.value} className="opt">
          <input type="radio" name={name} value={option.value} defaultChecked={option.value === chosen} />
          <span lang={option.lang}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

type TickProps = {
  id: string
  field: Extract<Field, { kind: 'tick' }>
  ticked: boolean
  error: string | undefined
}

function Tick({ id, field: { name, label }, ticked, error }: TickProps) {
  return (
    <div className="field">
      <FieldError id={id} error={error} />
      <label className="opt">
        <input
          id={id}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={ticked}
          aria-invalid={error ? true : undefined}
          aria-describedby={described(id, undefined, error)}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}
