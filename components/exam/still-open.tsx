import type { Translator } from '@/i18n/translator'
import { PlaceLinks } from './place-links'

type Props = {
  /** Questions without an answer. */
  missing: readonly number[]
  /** Questions answered in part. */
  incomplete: readonly number[]
  path: string
  t: Translator
}

/** Lists the questions that are still open before the hand-in. */
export function StillOpen({ missing, incomplete, path, t }: Props) {
  const links = (places: readonly number[]) => <PlaceLinks key="list" places={places} path={path} />
  if (missing.length + incomplete.length === 0) return <p className="note ok">{t('exam.check.allAnswered')}</p>
  return (
    <div className="note warn">
      {missing.length > 0 && <p>{t.rich('exam.check.missing', { list: () => links(missing) })}</p>}
      {incomplete.length > 0 && <p>{t.rich('exam.check.incomplete', { list: () => links(incomplete) })}</p>}
    </div>
  )
}
