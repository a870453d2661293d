import type { ChoiceAct } from '@/domain/cohort/many-acts'
import type { Translator } from '@/i18n/translator'

/** On a phone more than this many buttons would not fit one line. */
const AT_HAND = 2

type Props = {
  acts: readonly ChoiceAct[]
  /** The number of people found, which is shown if all of them are chosen. */
  found: string
  t: Translator
}

/**
 * The number of chosen people, and the acts on them. The style sheet counts, so the number is right without a script.
 */
export function ManyBar({ acts, found, t }: Props) {
  const [first, ...rest] = acts
  const more = rest.slice(AT_HAND - 1)
  if (!first) return null
  return (
    <div className="many">
      <p className="sm">
        <strong className="picked" data-all={found}>
          {t('cohorts.people.chosen')}{' '}
        </strong>
      </p>
      <div className="acts">
        <ManyButton act={first} look="primary" t={t} />
        {rest.slice(0, AT_HAND - 1).map((act) => (
          <ManyButton key={act} act={act} t={t} />
        ))}
        {more.length > 0 && (
          <details className="more-acts">
            <summary className="btn">{t('cohorts.people.more')}</summary>
            <div className="more-list">
              {more.map((act) => (
                <ManyButton key={act} act={act} t={t} />
              ))}
            </div>
          </details>
        )}
      </div>
    </div>
  )
}

function ManyButton({ act, look = '', t }: { act: ChoiceAct; look?: string; t: Translator }) {
  return (
    <button type="submit" name="act" value={act} className={`btn ${look}`.trim()}>
      {act === 'write' ? t('cohorts.messages.write') : t(`cohorts.many.${act}.name`)}
    </button>
  )
}
