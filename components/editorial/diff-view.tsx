import type { WordingRow } from '@/domain/library/compared-wording'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { VersionComparison } from '../ui/version-comparison'
import { type BlockLabels, fieldName } from './block-labels'

/** A block that changed, with each changed field compared word by word; or how many stayed as they were. */
export type ShownChange =
  | { id: string; gone: boolean; fields: readonly { key: string; rows: readonly WordingRow[] }[] }
  | { unchanged: number }
export type ShownComparison = { changed: number; total: number; parts: readonly ShownChange[] }

type Props = {
  path: string
  language: Locale
  with: 'signed' | 'published'
  /** The name of what it is compared with; null if there is no such wording. */
  before: string | null
  comparison: ShownComparison | null
  labels: BlockLabels
  locale: Locale
  t: Translator
}

/** The changes since the text was last signed, or since it was last published. */
export function DiffView({ path, language, with: compared, before, comparison, labels, locale, t }: Props) {
  return (
    <div className="stack">
      <nav className="text-views" aria-label={t('editorial.text.compareWith')}>
        {(['signed', 'published'] as const).map((each) => (
          <a
            key={each}
            href={href(locale, `${path}?view=diff&with=${each}`)}
            aria-current={each === compared ? 'true' : undefined}
          >
            {t(`editorial.text.with.${each}`)}
          </a>
        ))}
      </nav>
      {comparison === null || before === null ? (
        <p className="note">{t(`editorial.text.nothingToCompare.${compared}`)}</p>
      ) : (
        <>
          <p className="sm muted">
            {t('editorial.text.changedOf', { changed: comparison.changed, total: comparison.total })}
          </p>
          <Comparison
            comparison={comparison}
            labels={labels}
            before={before}
            language={language}
            locale={locale}
            t={t}
          />
        </>
      )}
    </div>
  )
}

type ComparisonProps = Pick<Props, 'language' | 'labels' | 'locale' | 't'> & {
  comparison: ShownComparison
  before: string
}

/** The changed blocks, and between them how many stayed as they were. */
export function Comparison({ comparison, labels, before, language, locale, t }: ComparisonProps) {
  return comparison.parts.map((part, place) =>
    'unchanged' in part ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and never changes.
      <p key={`unchanged ${place}`} className="text-fold sm muted">
        {t('editorial.text.unchanged', { count: part.unchanged })}
      </p>
    ) : (
      <section key={part.id} className="card text-change stack-s" aria-label={nameOf(part, labels, locale, t)}>
        <p className="xs muted row">
          <span>{nameOf(part, labels, locale, t)}</span>
          {part.gone && <span className="chip bad">{t('editorial.text.gone')}</span>}
        </p>
        {part.fields.map(({ key, rows }) => (
          <div key={key}>
            {key !== '' && key !== part.id && <FieldKey field={key} locale={locale} t={t} />}
            <VersionComparison
              language={language}
              rows={rows}
              before={before}
              after={t('editorial.text.now')}
              none={t('editorial.text.none')}
              locale={locale}
            />
          </div>
        ))}
      </section>
    ),
  )
}

type Part = Extract<ShownChange, { id: string }>

/** A removed passage has no label in the current text. */
function nameOf({ id, gone }: Part, labels: BlockLabels, locale: Locale, t: Translator): string {
  const now = gone ? undefined : labels.get(id)
  return now ?? fieldName(id, locale, t) ?? t('editorial.text.block')
}

function FieldKey({ field, locale, t }: { field: string; locale: Locale; t: Translator }) {
  const name = fieldName(field, locale, t)
  return name === null ? (
    <p className="xs muted" dir="ltr" lang="en">
      {field}
    </p>
  ) : (
    <p className="xs muted">{name}</p>
  )
}
