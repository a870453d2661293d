import type { Locale } from '@/domain/locale'
import { shownIn, type Texts } from '@/domain/text/texts'
import type { Half } from '@/domain/time/half-days'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { ProgressBar } from '../ui/progress-bar'
import { QrCode, type QrModules } from '../ui/qr-code'
import { halfDayText } from './check-in-page'

type Props = {
  seminar: { id: string; titles: Texts }
  halfDay: { day: string; half: Half }
  /** Null while nobody can check in. */
  code: { code: string; secondsLeft: number; modules: QrModules } | null
  /** The lifetime of a code, in seconds. */
  seconds: number
  /** What one types to reach the page for the code, without its protocol. */
  address: string
  count: { present: number; registered: number }
  locale: Locale
  t: Translator
}

/**
 * The screen of the room. A browser without scripts loads it again every 15 seconds; the script only replaces the parts
 * that change (`data-room`). They hold neither a link, which would lose the focus, nor the `noscript`, whose content a
 * script would put into the page as real elements.
 */
export function RoomPage({ seminar, halfDay, code, seconds, address, count, locale, t }: Props) {
  const title = shownIn(seminar.titles, locale)
  const own = href(locale, `/seminars/${seminar.id}`)
  return (
    <main id="main" className="room-in">
      <header data-room="">
        <p className="sm">{halfDayText(halfDay, locale, t)}</p>
        {title && (
          <h1 lang={title.locale} dir="auto">
            {typeset(title.value, title.locale)}
          </h1>
        )}
      </header>
      {code ? (
        <RoomCode code={code} seconds={seconds} address={address} t={t} />
      ) : (
        <p className="lead" data-room="">
          {t('attendance.room.shut')}
        </p>
      )}
      <footer className="room-foot">
        <div className="room-count" data-room="">
          <p>{t('attendance.room.present', count)}</p>
          <ProgressBar label={t('attendance.list.title')} value={count.present} max={Math.max(1, count.registered)} />
        </div>
        <p className="sm">
          <a href={`${own}/sheet`}>{t('attendance.sheet.title')}</a> ·{' '}
          <a href={`${own}/attendance`}>{t('attendance.list.title')}</a>
        </p>
      </footer>
      <noscript>
        <meta httpEquiv="refresh" content="15" />
      </noscript>
    </main>
  )
}

type CodeProps = Pick<Props, 'seconds' | 'address' | 't'> & { code: NonNullable<Props['code']> }

/** The code of the room, and how to check in with it. */
function RoomCode({ code, seconds, address, t }: CodeProps) {
  return (
    <div className="room-grid" data-room="">
      <QrCode modules={code.modules} label={t('attendance.room.qr')} />
      <div className="room-how">
        <h2>{t('attendance.room.heading')}</h2>
        <ol>
          <li>{t('attendance.room.scan')}</li>
          <li>
            {t.rich('attendance.room.type', {
              address: () => (
                <bdi dir="ltr">
                  <b>{address}</b>
                </bdi>
              ),
            })}
          </li>
        </ol>
        <p className="room-code" dir="ltr">
          {code.code.slice(0, 3)} {code.code.slice(3)}
        </p>
        <p className="room-time">
          <ProgressBar label={t('attendance.room.left')} value={code.secondsLeft} max={seconds} />
          <span>{t('attendance.room.turns', { seconds: code.secondsLeft })}</span>
        </p>
        <p className="sm">{t('attendance.room.paper')}</p>
      </div>
    </div>
  )
}
