import type { Excerpt } from '@/domain/library/excerpt'
import type { AnswerVoice } from '@/domain/library/law-answer'
import type { SearchEntry } from '@/domain/library/search-entry'
import { directionOf, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Text } from '../ui/text'
import { Marked } from './search-results'

type Props = { entry: SearchEntry; title: Excerpt; voices: readonly AnswerVoice[]; locale: Locale; t: Translator }

/** The provision that answers: what follows from it, and the paragraphs that say so, in its own words. */
export function LawAnswer({ entry, title, voices, locale, t }: Props) {
  return (
    <article className="answer stack-s" aria-labelledby="answer">
      <p className="xs answer-kind">{t('library.find.answer')}</p>
      <h3 id="answer">
        <a href={href(locale, entry.path)}>
          <Marked excerpt={title} language={locale} />
        </a>
      </h3>
      {voices.map(({ language, consequence, paragraphs }) => (
        <div key={language} lang={language} dir={directionOf(language)} className="voice">
          {consequence && (
            <p className="consequence">
              <Text>{typeset(consequence, language)}</Text>
            </p>
          )}
          {paragraphs.map((paragraph) => (
            <p key={paragraph.parts.map(({ text }) => text).join('')} lang={language} dir={directionOf(language)}>
              <Marked excerpt={paragraph} language={language} />
            </p>
          ))}
        </div>
      ))}
      <p className="xs muted">{t('library.find.quoted')}</p>
    </article>
  )
}
