'use client'

import { useActionState, useEffect, useRef } from 'react'
import { FormFieldView } from './form-field'
import { FormOutcome } from './form-outcome'
import { type FormAction, type FormField, type FormTexts, UNTOUCHED } from './form-state'
import { keepTyped } from './keep-typed'

type Props = {
  /** Makes ids unique on the page. */
  id: string
  action: FormAction
  fields: readonly FormField[]
  texts: FormTexts
  submit: string
  look?: 'primary' | 'danger'
  /** Once it is done, this stands in place of the fields. */
  afterwards?: React.ReactNode
}

// The page that the server sends must name the action itself: without JavaScript the browser posts to it.
const IN_BROWSER = typeof window !== 'undefined'

/** A form that a server action answers: before and without JavaScript too, with the page and all that was typed. */
export function ActionForm({ id, action, fields, texts, submit, look = 'primary', afterwards }: Props) {
  const [state, send, pending] = useActionState(IN_BROWSER ? keepTyped(action, fields, texts) : action, UNTOUCHED)
  // A second tap on a slow line asks for nothing new. A ref, since it may come before `pending` is drawn.
  const sent = useRef(false)
  useEffect(() => {
    sent.current = pending
  }, [pending])
  const finished = state.done !== undefined && afterwards !== undefined
  return (
    <form
      action={send}
      className="stack"
      noValidate
      onSubmit={(event) => {
        if (sent.current) event.preventDefault()
        sent.current = true
      }}
    >
      <FormOutcome id={id} state={state} texts={texts} />
      {finished && afterwards}
      {!finished &&
        fields.map((field) => <FormFieldView key={field.name} id={id} field={field} state={state} texts={texts} />)}
      {!finished && (
        <p>
          <button type="submit" className={`btn ${look}`}>
            {pending ? texts.sending : submit}
          </button>
        </p>
      )}
    </form>
  )
}
