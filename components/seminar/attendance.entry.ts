import { keepTicks } from './keep-ticks'

const list = document.querySelector<HTMLFormElement>('[data-ticks]')
if (list) keepTicks(list, document.querySelector<HTMLFormElement>('[data-closes-list] form'))
