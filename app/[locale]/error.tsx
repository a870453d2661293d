'use client'

import { useParams } from 'next/navigation'
import { errorPageTexts } from '@/i18n/error-page'

/** A bug, said calmly, with the reference that the log holds. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { locale } = useParams<{ locale: string }>()
  const texts = errorPageTexts(locale)
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{texts.title}</h1>
      <p>{texts.text}</p>
      {error.digest && (
        <p className="sm muted">
          {texts.reference} <bdi dir="ltr">{error.digest}</bdi>
        </p>
      )}
      <p>
        <button type="button" className="btn primary" onClick={reset}>
          {texts.retry}
        </button>
      </p>
    </main>
  )
}
