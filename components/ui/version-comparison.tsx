import type { WordingPiece, WordingRow } from '@/domain/library/compared-wording'
import { directionOf, type Locale } from '@/domain/locale'
import { typeset } from '@/i18n/typography'
import { Text } from './text'

type Props = {
  language: Locale
  rows: readonly WordingRow[]
  /** The names of the two versions. */
  before: string
  after: string
  /** Shown if a version has no such paragraph. */
  none: string
  /** The language of the page, which is that of the names. */
  locale: Locale
}

/** Two versions in one language side by side, in its direction; one above the other on a phone. */
export function VersionComparison({ language, rows, before, after, none, locale }: Props) {
  const side = { language, none, locale }
  return (
    <div className="compare" lang={language} dir={directionOf(language)}>
      {rows.map((row) => (
        <div className="compare-row" key={`${textOf(row.before)} ${textOf(row.after)}`}>
          <Side {...side} label={before} pieces={row.before} Mark="del" />
          <Side {...side} label={after} pieces={row.after} Mark="ins" />
        </div>
      ))}
    </div>
  )
}

type SideProps = {
  label: string
  pieces: readonly WordingPiece[] | null
  Mark: 'del' | 'ins'
  language: Locale
  none: string
  locale: Locale
}

function Side({ label, pieces, Mark, language, none, locale }: SideProps) {
  return (
    <div className="tx">
      <p className="al" lang={locale} dir={directionOf(locale)}>
        {label}
      </p>
      {pieces === null ? (
        <p className="none sm muted" lang={locale} dir={directionOf(locale)}>
          {none}
        </p>
      ) : (
        <p>
          {keyed(pieces).map(({ key, text, changed }) => {
            const words = <Text key={key}>{typeset(text, language)}</Text>
            return changed ? <Mark key={key}>{words}</Mark> : words
          })}
        </p>
      )}
    </div>
  )
}

function keyed(pieces: readonly WordingPiece[]) {
  return pieces.map((piece, place) => ({ ...piece, key: `${place} ${piece.text}` }))
}

function textOf(pieces: readonly WordingPiece[] | null): string {
  return (pieces ?? []).map(({ text }) => text).join('')
}
