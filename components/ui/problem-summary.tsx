import type { Translator } from '@/i18n/translator'

type Props = { problem: string; field: string; t: Translator }

/** What came of a form that was sent without the browser's help, above everything else of its page. */
export function ProblemSummary({ problem, field, t }: Props) {
  return (
    <div className="error-summary stack" role="alert">
      <h2>{t('errors.title')}</h2>
      <p>
        <a href={`#${field}`}>{problem}</a>
      </p>
    </div>
  )
}
