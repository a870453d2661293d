import { Choices, choice } from './choices'
import type { KindView } from './view'

export const trueFalse: KindView<'true-false'> = {
  ...choice,
  hint: (t) => t('practice.single'),
  fields: ({ t, ...rest }) => (
    <Choices {...rest} type="radio" words={({ id }) => t(`practice.${id as 'true' | 'false'}`)} />
  ),
  asksOnce: false,
  commentIsEnough: true,
}
