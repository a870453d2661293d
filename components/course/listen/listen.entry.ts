import { listen } from './listen'

const main = document.querySelector<HTMLElement>('#main[data-listen]')
if (main) listen(main, JSON.parse(main.dataset.listen ?? ''))
