import { MOVE } from '@/domain/question/kinds/move'

/** Whether the button that sends a form only changes or keeps the order of a list, and gives no answer. */
export function isMove(button: HTMLElement | null): boolean {
  return button?.getAttribute('name') === MOVE
}
