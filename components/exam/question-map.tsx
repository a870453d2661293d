import { Check, Flag } from 'lucide'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

export type MapItem = { place: number; answered: boolean; flagged: boolean }
type Props = {
  items: readonly MapItem[]
  current: number | null
  path: string
  /** Where what is still open is looked over before handing in. */
  check?: string
  t: Translator
}

export function QuestionMap({ items, current, path, check = `${path}/check`, t }: Props) {
  return (
    <nav className="qmap" aria-labelledby="qmap">
      <h2 id="qmap" className="sm">
        {t('exam.map')}
      </h2>
      <ol>
        {items.map(({ place, answered, flagged }) => (
          <li key={place}>
            <a
              href={`${path}/${place}`}
              className={answered ? 'answered' : undefined}
              aria-current={place === current ? 'step' : undefined}
            >
              <span className="num">{place}</span>
              {answered && <Icon node={Check} />}
              {flagged && <Icon node={Flag} />}
              <span className="sr">
                {t(answered ? 'exam.answered' : 'exam.unanswered')} {flagged && t('exam.flagged')}
              </span>
            </a>
          </li>
        ))}
      </ol>
      {current !== null && (
        <p>
          <a href={check}>{t('exam.check.title')}</a>
        </p>
      )}
    </nav>
  )
}
