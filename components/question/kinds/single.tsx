import { Choices, choice } from './choices'
import { OptionText } from './option-text'
import type { KindView } from './view'

export const single: KindView<'single'> = {
  ...choice,
  hint: (t) => t('practice.single'),
  fields: ({ locale, ...rest }) => (
    <Choices {...rest} type="radio" words={(option) => <OptionText option={option} locale={locale} />} />
  ),
  asksOnce: false,
  commentIsEnough: true,
}
