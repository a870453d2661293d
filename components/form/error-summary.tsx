import type { Translator } from '@/i18n/translator'
import type { FormState } from './form-state'

type Props = { id: string; state: FormState; t: Translator }

/**
 * The errors of a form, above it: one sentence about the whole form, or a link to each wrong field. With JavaScript it
 * takes the focus.
 */
export function ErrorSummary({ id, state: { problem, wayOut, summary }, t }: Props) {
  if (problem === undefined && summary.length === 0) return null
  const title = `${id}-problems`
  return (
    <div role="alert" tabIndex={-1} className="error-summary stack" aria-labelledby={title} data-outcome="">
      <h2 id={title}>{t('errors.title')}</h2>
      {problem !== undefined && <p>{problem}</p>}
      {wayOut && (
        <p>
          <a href={wayOut.href}>{wayOut.label}</a>
        </p>
      )}
      {summary.length > 0 && (
        <ul>
          {summary.map(({ name, text }) => (
            <li key={name}>
              <a href={`#${id}-${name}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
