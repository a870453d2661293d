'use client'

import { useEffect, useRef } from 'react'
import type { FormState, FormTexts } from './form-state'

type Props = { id: string; state: FormState; texts: FormTexts }

/** What came of a form, above its fields: the list of what to correct, or that it is done. It takes the focus. */
export function FormOutcome({ id, state, texts }: Props) {
  const refused = state.problem !== undefined || state.summary.length > 0
  const outcome = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!refused && state.done === undefined) return
    outcome.current?.focus()
    if (!refused) return
    const title = document.title
    document.title = `${texts.errorPrefix} ${title}`
    return () => {
      document.title = title
    }
  }, [state, refused, texts.errorPrefix])

  if (state.done !== undefined) {
    return (
      <div ref={outcome} role="status" tabIndex={-1} className="note ok">
        <p>{state.done}</p>
      </div>
    )
  }
  if (!refused) return null
  return (
    <div ref={outcome} role="alert" tabIndex={-1} className="error-summary stack" aria-labelledby={`${id}-problems`}>
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
  )
}
