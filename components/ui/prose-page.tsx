import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import { Markdown } from './markdown'

type Props = {
  title: string
  /** What stands between the title and the text. */
  facts?: ReactNode
  text: string
  locale: Locale
}

/** One long text under its title. */
export function ProsePage({ title, facts, text, locale }: Props) {
  return (
    <main id="main" className="wrap page">
      <div className="prose">
        <h1>{title}</h1>
        {facts && <div className="card">{facts}</div>}
        <Markdown text={text} locale={locale} />
      </div>
    </main>
  )
}
