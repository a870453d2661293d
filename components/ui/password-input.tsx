'use client'

import { useState, useSyncExternalStore } from 'react'
import type { FormTexts } from './form-state'

export type InputProps = {
  id: string
  name: string
  'aria-required': true
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}
type Props = { input: InputProps; autoComplete: string; texts: FormTexts }

/** A password that can be shown while it is typed: long ones are hard to type blind on a phone. */
export function PasswordInput({ input, autoComplete, texts }: Props) {
  const [shown, setShown] = useState(false)
  // Without JavaScript the button could do nothing, so it is not there.
  const works = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <div className="password">
      <input
        {...input}
        type={shown ? 'text' : 'password'}
        dir="auto"
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
      />
      {works && (
        <button type="button" className="btn" aria-controls={input.id} onClick={() => setShown(!shown)}>
          {shown ? texts.hidePassword : texts.showPassword}
        </button>
      )}
    </div>
  )
}

const never = () => () => undefined
