import type { Cited } from '@/domain/library/resolve-citation'
import { writeCitation } from '@/domain/library/write-citation'
import { LOCALES } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { LANGUAGE_NAMES } from '../shell/language-names'

/** The reference in each language, for a judgment or a note. The browser's script shows the copy buttons. */
export function CopyReference({ cited, t }: { cited: Cited; t: Translator }) {
  return LOCALES.map((language) => (
    <button
      key={language}
      type="button"
      className="btn link"
      hidden
      data-copy={writeCitation(cited, language)}
      data-copied={t('law.copied')}
    >
      {t('library.law.copyIn', { language: LANGUAGE_NAMES[language] })}
    </button>
  ))
}
