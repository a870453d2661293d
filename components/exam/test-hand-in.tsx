import type { Translator } from '@/i18n/translator'
import { PlaceLinks } from './place-links'

type Props = {
  /** Address of the test. */
  path: string
  /** Questions without an answer. */
  missing: readonly number[]
  t: Translator
}

/** A test under way: what is still open, and the way to hand it in. */
export function TestHandIn({ path, missing, t }: Props) {
  return (
    <form method="post" action={path} className="stack">
      {missing.length === 0 ? (
        <p className="note ok">{t('exam.check.allAnswered')}</p>
      ) : (
        <div className="note warn">
          <p>{t.rich('exam.check.missing', { list: () => <PlaceLinks key="list" places={missing} path={path} /> })}</p>
        </div>
      )}
      <p>{t('exam.check.final')}</p>
      <div className="row">
        <button type="submit" name="act" value="hand-in" className="btn primary">
          {t('tests.handIn')}
        </button>
        <a className="btn" href={`${path}/${missing[0] ?? 1}`}>
          {t('exam.check.back')}
        </a>
      </div>
    </form>
  )
}
