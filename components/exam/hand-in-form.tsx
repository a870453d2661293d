import type { Translator } from '@/i18n/translator'
import { PlaceLinks } from './place-links'
import { SaveState } from './save-state'
import { StillOpen } from './still-open'

type Props = {
  attemptId: string
  courseId: string
  action: string
  missing: readonly number[]
  incomplete: readonly number[]
  flagged: readonly number[]
  path: string
  signIn: string
  t: Translator
}

export function HandInForm(props: Props) {
  const { attemptId, courseId, action, missing, incomplete, flagged, path, signIn, t } = props
  const links = (places: readonly number[]) => <PlaceLinks key="list" places={places} path={path} />
  return (
    <form method="post" action={action} className="stack" data-hand-in>
      {/* The attempt's id makes the form idempotent. */}
      <input type="hidden" name="attempt" value={attemptId} />
      <StillOpen missing={missing} incomplete={incomplete} path={path} t={t} />
      {flagged.length > 0 && (
        <div className="note">
          <p>{t.rich('exam.check.flagged', { list: () => links(flagged) })}</p>
        </div>
      )}
      <SaveState attemptId={attemptId} courseId={courseId} signIn={signIn} result={`${path}/result`} t={t} />
      <p>{t('exam.check.final')}</p>
      <div className="row">
        <button type="submit" className="btn primary">
          {t('exam.check.handIn')}
        </button>
        <a className="btn" href={`${path}/${missing[0] ?? incomplete[0] ?? 1}`}>
          {t('exam.check.back')}
        </a>
      </div>
    </form>
  )
}
