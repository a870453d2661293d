import type { Locale } from '@/domain/locale'
import { Markdown } from './markdown'

/** One long text under its title. */
export function ProsePage({ title, text, locale }: { title: string; text: string; locale: Locale }) {
  return (
    <main id="main" className="wrap page">
      <div className="prose">
        <h1>{title}</h1>
        <Markdown text={text} locale={locale} />
      </div>
    </main>
  )
}
