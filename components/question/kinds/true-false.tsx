import { Choices, choice } from './choices'
import type { KindView } from './view'

export const trueFalse: KindView<'true-false'> = {
  ...choice,
  hint: (t) => t('practice.single'),
  fields: (props) => (
    <Choices {...props} type="radio" words={({ id }) => props.t(`practice.${id as 'true' | 'false'}`)} />
  ),
  asksOnce: false,
  commentIsEnough: true,
}
