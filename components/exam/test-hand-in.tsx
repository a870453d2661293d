import type { Translator } from '@/i18n/translator'
import { StillOpen } from './still-open'

type Props = {
  /** The address of the test. */
  path: string
  /** Questions without an answer. */
  missing: readonly number[]
  /** Questions answered in part. */
  incomplete: readonly number[]
  t: Translator
}

/** A test in progress: the questions still open, and the button to hand it in. */
export function TestHandIn({ path, missing, incomplete, t }: Props) {
  return (
    <form method="post" action={path} className="stack">
      <StillOpen missing={missing} incomplete={incomplete} path={path} t={t} />
      <p>{t('exam.check.final')}</p>
      <div className="row">
        <button type="submit" name="act" value="hand-in" className="btn primary">
          {t('tests.handIn')}
        </button>
        <a className="btn" href={`${path}/${missing[0] ?? incomplete[0] ?? 1}`}>
          {t('exam.check.back')}
        </a>
      </div>
    </form>
  )
}
