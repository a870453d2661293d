import type { Locale } from '@/domain/locale'
import { formatDateTime, type Translator } from '@/i18n/translator'

export type EarlierImport = { id: string; fileName: string; createdAt: Date }
type Props = {
  lists: readonly EarlierImport[]
  /** Address of the import page. */
  path: string
  locale: Locale
  t: Translator
}

/** Links to the reports of the lists that were checked before. */
export function EarlierImports({ lists, path, locale, t }: Props) {
  if (lists.length === 0) return null
  return (
    <section className="stack-s" aria-labelledby="lists">
      <h2 id="lists">{t('cohorts.import.earlier')}</h2>
      <ul>
        {lists.map(({ id, fileName, createdAt }) => (
          <li key={id}>
            <a href={`${path}/${id}`}>
              <bdi>{fileName}</bdi>
            </a>{' '}
            <span className="sm muted">{formatDateTime(createdAt, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
