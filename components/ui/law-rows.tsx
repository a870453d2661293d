import type { LawRow } from '@/domain/library/law-rows'
import { typeset } from '@/i18n/typography'
import { Text } from './text'

type Props = {
  rows: readonly LawRow[]
  /** Shown above each row instead of the numbers of its paragraphs. */
  tools?: ((paragraphs: readonly string[]) => React.ReactNode) | undefined
  /** The only language that is shown; by default both. */
  only?: 'ar' | 'fr' | undefined
  /** Whether paper shows a row; by default every one. */
  onPaper?: ((paragraphs: readonly string[]) => boolean) | undefined
}

/** French and Arabic side by side, paragraph by paragraph. */
export function LawRows({ rows, tools, only, onPaper }: Props) {
  const bilingual = !only && rows.some((row) => row.fr.length > 0)
  return (
    <div className={bilingual ? 'pairs' : 'pairs single'}>
      {rows.map((row) => {
        const ids = [...new Set([...row.ar, ...row.fr].map((paragraph) => paragraph.id))]
        return (
          <div className={lookOf(row, onPaper?.(ids) !== false)} key={ids.join(' ')} data-p={ids.join(' ')}>
            {tools?.(ids)}
            {only !== 'fr' && <Side language="ar" row={row} numbered={!tools} />}
            {(bilingual || only === 'fr') && <Side language="fr" row={row} numbered={!tools} />}
          </div>
        )
      })}
    </div>
  )
}

/** In characters: about a third of a sheet of paper in two columns. */
const LONG = 450

function lookOf({ ar }: LawRow, onPaper: boolean): string {
  if (!onPaper) return 'pair off-paper'
  // Paper breaks a long row. Kept whole, it would leave up to half of the sheet before it empty.
  return ar.reduce((sum, { text }) => sum + text.length, 0) > LONG ? 'pair long' : 'pair'
}

function Side({ language, row, numbered }: { language: 'ar' | 'fr'; row: LawRow; numbered: boolean }) {
  return (
    <div lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'} className="tx">
      {row[language].map(({ id, text }) => (
        <p key={id}>
          {numbered && !id.includes('.') && <span className="al">{PARAGRAPH[language](id)}</span>}
          <Text>{typeset(text, language)}</Text>
        </p>
      ))}
    </div>
  )
}

// The label is in the language of the text, not of the page.
const PARAGRAPH = { ar: (id: string) => `الفقرة ${id}`, fr: (id: string) => `Alinéa ${id}` }
