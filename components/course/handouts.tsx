import type { HandoutKind } from '@/domain/course/handout'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { DownloadLink } from '../ui/download-link'

/** A handout with its size in bytes. */
export type Handout = { kind: HandoutKind; bytes: number }
type Props = { courseId: string; handouts: readonly Handout[]; locale: Locale; t: Translator }

/** The handouts of a course, each with its format and size. */
export function Handouts({ courseId, handouts, locale, t }: Props) {
  if (handouts.length === 0) return null
  return (
    <section className="stack" aria-labelledby="handouts">
      <h2 id="handouts">{t('course.handout.title')}</h2>
      <p>{t('course.handout.intro')}</p>
      {handouts.map(({ kind, bytes }) => (
        <p key={kind} className="row">
          <DownloadLink href={`/api/courses/${courseId}/handout/${kind}-${locale}.pdf`}>
            {t(`course.handout.${kind}`)}
          </DownloadLink>
          <span className="sm muted">{factsOf(kind, bytes, locale, t)}</span>
        </p>
      ))}
    </section>
  )
}

function factsOf(kind: HandoutKind, bytes: number, locale: Locale, t: Translator): string {
  const size = formatNumber(Math.ceil(bytes / 1000), locale)
  return typeset(t('course.handout.facts', { format: t(`course.handout.${kind}Format`), size }), locale)
}
