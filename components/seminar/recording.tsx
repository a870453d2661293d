import type { Video } from '@/domain/course/video/video'
import type { Locale } from '@/domain/locale'
import { shownIn, type Texts } from '@/domain/text/texts'
import type { Translator } from '@/i18n/translator'
import { VideoPlayer } from '../ui/video-player'

type Props = { titles: Texts; video: Video | null; locale: Locale; t: Translator }

/** The recording of a seminar, with its transcript. Renders nothing if there is none. */
export function Recording({ titles, video, locale, t }: Props) {
  if (!video) return null
  const title = t('seminar.recording.of', { title: shownIn(titles, locale)?.value ?? '' })
  return (
    <section aria-labelledby="recording">
      <figure className="film">
        <h2 id="recording">{t('seminar.recording.title')}</h2>
        <VideoPlayer video={video} title={title} locale={locale} t={t} />
        <details>
          <summary>{t('lesson.video.transcript')}</summary>
          <ol>
            {video.captions[locale].map(({ from, text }) => (
              <li key={from}>{text}</li>
            ))}
          </ol>
        </details>
      </figure>
    </section>
  )
}
