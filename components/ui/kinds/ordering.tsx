import { rankName } from '@/domain/exam/kinds/ordering/form'
import { OptionText } from './option-text'
import type { FieldsProps, KindView } from './view'

export const ordering: KindView<'ordering'> = {
  hint: (t) => t('practice.ordering'),
  missing: (t) => t('practice.incomplete'),
  fields: (props) => <Ordering {...props} />,
  asked: (_, place, { t }) => t('practice.place', { n: Number(place) }),
  asksOnce: false,
  commentIsEnough: false,
}

function Ordering({ question: { options }, held, locale, t, prefix }: FieldsProps<'ordering'>) {
  return options.map((option) => (
    <label key={option.id} className="opt row-opt" htmlFor={`${prefix}-${option.id}`}>
      <span>
        <OptionText option={option} locale={locale} />
      </span>
      <select
        id={`${prefix}-${option.id}`}
        name={rankName(option.id)}
        defaultValue={held.get(rankName(option.id)) ?? ''}
      >
        <option value="">{t('practice.rank')}</option>
        {options.map((other, place) => (
          <option key={other.id} value={String(place + 1)}>
            {String(place + 1)}
          </option>
        ))}
      </select>
    </label>
  ))
}
