import { captionsFile, VIDEO_FILES, type Video } from '@/domain/course/video/video'
import { LOCALES, type Locale } from '@/domain/locale'
import { formatDuration } from '@/i18n/duration'
import { formatNumber, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { LANGUAGE_NAMES } from '../shell/language-names'

type Props = { video: Video; title: string; locale: Locale; t: Translator }

/** A film with the browser's own controls. Until it is played, only its poster is loaded. */
export function VideoPlayer({ video, title, locale, t }: Props) {
  const folder = `/media/${video.id}`
  const mp4 = `${folder}/${VIDEO_FILES.mp4}`
  const length = lengthOf(video, locale, t)
  const facts = typeset(t('lesson.video.facts', { length, size: sizeOf(video, locale) }), locale)
  const sound = t(video.hasSound ? 'lesson.video.captioned' : 'lesson.video.silent')
  return (
    <>
      <video
        controls
        preload="none"
        playsInline
        width={video.width}
        height={video.height}
        poster={`${folder}/${VIDEO_FILES.poster}`}
        aria-label={title}
      >
        <source src={`${folder}/${VIDEO_FILES.webm}`} type="video/webm" />
        <source src={mp4} type="video/mp4" />
        <track kind="captions" {...captionsIn(locale, folder)} default />
        {LOCALES.filter((language) => language !== locale).map((language) => (
          <track key={language} kind="captions" {...captionsIn(language, folder)} />
        ))}
      </video>
      <p className="sm muted no-print">
        {facts} {sound} <a href={mp4}>{t('lesson.video.download')}</a>
      </p>
    </>
  )
}

function captionsIn(language: Locale, folder: string) {
  return { srcLang: language, label: LANGUAGE_NAMES[language], src: `${folder}/${captionsFile(language)}` }
}

/** `50 secondes`; from two minutes on, in whole minutes. */
function lengthOf({ seconds }: Video, locale: Locale, t: Translator): string {
  const whole = Math.round(seconds)
  return whole < 120 ? t('plural.seconds', { count: whole }) : formatDuration(Math.round(whole / 60), locale)
}

/** In megabytes, of the larger of the two films: a browser takes one of them. */
function sizeOf({ bytes }: Video, locale: Locale): string {
  return formatNumber(Math.max(Math.ceil(Math.max(bytes.webm, bytes.mp4) / 1e5) / 10, 0.1), locale)
}
