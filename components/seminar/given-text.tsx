import { directionOf, type Locale } from '@/domain/locale'
import { shownIn, type Texts } from '@/domain/text/texts'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

type Props = { texts: Texts; locale: Locale; t: Translator }

/** A text by an organiser in the reader's language, or else in another language, which is then named. */
export function GivenText({ texts, locale, t }: Props) {
  const shown = shownIn(texts, locale)
  if (!shown) return null
  return (
    <>
      <bdi lang={shown.locale} dir={directionOf(shown.locale)}>
        {typeset(shown.value, shown.locale)}
      </bdi>
      {shown.missing && <ShownIn language={shown.locale} t={t} />}
    </>
  )
}

/** The same in paragraphs, one for each line that was typed. */
export function GivenLines({ texts, locale, t }: Props) {
  const shown = shownIn(texts, locale)
  if (!shown) return null
  const lines = shown.value.split('\n').filter((line) => line.trim() !== '')
  return (
    <div className="prose">
      {shown.missing && (
        <p>
          <ShownIn language={shown.locale} t={t} />
        </p>
      )}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same.
        <p key={index} lang={shown.locale} dir={directionOf(shown.locale)}>
          {typeset(line, shown.locale)}
        </p>
      ))}
    </div>
  )
}

export function ShownIn({ language, t }: { language: Locale; t: Translator }) {
  return (
    <>
      {' '}
      <span className="xs muted">({t('seminar.shownIn', { language: t(`seminar.languages.${language}`) })})</span>
    </>
  )
}

/** The title alone, for headings and links, where its language is marked and not named. */
export function GivenTitle({ texts, locale }: { texts: Texts; locale: Locale }) {
  const shown = shownIn(texts, locale)
  if (!shown) return null
  return shown.missing ? (
    <bdi lang={shown.locale} dir={directionOf(shown.locale)}>
      {typeset(shown.value, shown.locale)}
    </bdi>
  ) : (
    typeset(shown.value, locale)
  )
}
