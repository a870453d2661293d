import type { Video } from '@/domain/course/video/video'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { DirectiveProps } from '../ui/markdown'
import { VideoPlayer } from '../ui/video-player'

type Context = { videos: Readonly<Record<string, Video>>; locale: Locale; t: Translator }

/** The parts of a `:::video`, for the text of a lesson. If the film no longer exists, its transcript is still shown. */
export function videoParts({ videos, locale, t }: Context): Record<string, React.ComponentType<DirectiveProps>> {
  return {
    'x-video': ({ children }) => <figure className="film">{children}</figure>,
    'x-player': ({ file = '', title = '' }) => {
      const video = Object.hasOwn(videos, file) ? videos[file] : undefined
      return video ? <VideoPlayer video={video} title={title} locale={locale} t={t} /> : null
    },
    'x-transcript': ({ children }) => (
      <details>
        <summary>{t('lesson.video.transcript')}</summary>
        {children}
      </details>
    ),
  }
}
