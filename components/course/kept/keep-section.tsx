import { keptPath } from '@/domain/course/kept/kept-copy'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../../shell/paths'

/** `signedIn`: signing out will delete the copy. */
type Props = { courseId: string; signedIn: boolean; locale: Locale; t: Translator }

const WHY_NOT = ['no-network', 'busy', 'full', 'changed', 'closed', 'refused'] as const
const WAITS = [
  'no-network',
  'busy',
  'signed-out',
  'other',
  'stale',
  'changed',
  'unfinished',
  'unkept',
  'refused',
] as const

/**
 * Keeps the course on the device. Hidden until its script has found that the device supports it; each part is hidden
 * while it does not apply. @see keep.entry.ts
 */
export function KeepSection({ courseId, signedIn, locale, t }: Props) {
  return (
    <section className="keep stack no-print" aria-labelledby="keep" data-keep={courseId} hidden>
      <h2 id="keep">{t('kept.title')}</h2>
      <p>{t('kept.what')}</p>
      <p className="sm muted">
        {t('kept.whatNot')} {t(signedIn ? 'kept.untilSignOut' : 'kept.untilRemoved')}
      </p>
      <div className="note ok" role="status" tabIndex={-1} data-part="done" hidden>
        <p>{t('kept.done')}</p>
      </div>
      <div className="note bad" role="alert" tabIndex={-1} data-part="failed" hidden>
        {WHY_NOT.map((why) => (
          <p key={why} data-why={why}>
            {t(`kept.failed.${why}`)}
          </p>
        ))}
      </div>
      <p className="kept-says" data-part="says" hidden />
      <p data-part="newer" hidden>
        {t('kept.newer')}
      </p>
      <p className="sm muted" data-part="size" hidden />
      <p className="narrow" data-part="progress" hidden>
        <label>
          {t('kept.keeping')} <progress className="bar" max={1} value={0} />
        </label>
      </p>
      <p className="row">
        <a className="btn primary" href={href(locale, keptPath(courseId))} data-part="open" hidden>
          {t('kept.open')}
        </a>
        <button type="button" className="btn" data-part="ask" hidden>
          {t('kept.ask')}
        </button>
        <button type="button" className="btn primary" data-part="keep" hidden>
          {t('kept.keep')}
        </button>
        <button type="button" className="btn" data-part="update" hidden>
          {t('kept.update')}
        </button>
        <button type="button" className="btn" data-part="remove" hidden>
          {t('kept.remove')}
        </button>
      </p>
      <div className="stack-s" role="status">
        {WAITS.map((state) => (
          <p key={state} data-waits={state} hidden>
            {t(`kept.waits.${state}`)}
          </p>
        ))}
      </div>
      <p>
        <button type="button" className="btn" data-waits="understood" hidden>
          {t('kept.understood')}
        </button>
      </p>
    </section>
  )
}
