'use client'

import { described, FieldError, FieldFrame } from './field-frame'
import type { FormField, FormState, FormTexts } from './form-state'
import { type InputProps, PasswordInput } from './password-input'

type Props = { id: string; field: FormField; state: FormState; texts: FormTexts }
/** One field with its label, hint and message, tied together for whoever does not see them. */
export function FormFieldView({ id: form, field, state, texts }: Props) {
  if (field.kind === 'hidden') return <input type="hidden" name={field.name} value={field.value} />
  const id = `${form}-${field.name}`
  const error = state.errors[field.name]
  const input: InputProps = {
    id,
    name: field.name,
    'aria-required': true,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described(id, field.hint, error),
  }
  const typed = state.values[field.name]
  if (field.kind === 'tick') {
    return (
      <div className="field">
        <FieldError id={id} error={error} />
        <label className="opt">
          <input key={typed} type="checkbox" {...input} value="yes" defaultChecked={typed === 'yes'} />
          <span>{field.label}</span>
        </label>
      </div>
    )
  }
  return (
    <FieldFrame id={id} label={field.label} hint={field.hint} error={error}>
      <Input field={field} input={input} typed={typed} texts={texts} />
    </FieldFrame>
  )
}

type InputFieldProps = {
  field: Exclude<FormField, { kind: 'hidden' | 'tick' }>
  input: InputProps
  typed: string | undefined
  texts: FormTexts
}

function Input({ field, input, typed, texts }: InputFieldProps) {
  if (field.kind === 'password') return <PasswordInput input={input} autoComplete={field.autoComplete} texts={texts} />
  const value = typed ?? field.value ?? ''
  if (field.kind === 'select') {
    return (
      // React's reset of a form after its action knows a select's first default only: a new key gives it the new one.
      <select key={value} {...input} defaultValue={value}>
        {field.choose !== undefined && <option value="">{field.choose}</option>}
        {field.options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  const { kind, autoComplete, dir, lang } = field
  return (
    <input
      {...input}
      type={kind}
      dir={dir}
      lang={lang}
      autoComplete={autoComplete}
      autoCapitalize={kind === 'email' ? 'none' : undefined}
      spellCheck={false}
      defaultValue={value}
    />
  )
}
