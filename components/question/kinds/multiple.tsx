import { Choices, choice } from './choices'
import { OptionText } from './option-text'
import type { KindView } from './view'

export const multiple: KindView<'multiple'> = {
  ...choice,
  hint: (t) => t('practice.multiple'),
  fields: ({ locale, ...rest }) => (
    <Choices {...rest} type="checkbox" words={(option) => <OptionText option={option} locale={locale} />} />
  ),
  asksOnce: true,
  commentIsEnough: false,
}
