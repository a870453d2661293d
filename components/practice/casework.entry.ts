import { copyReasons } from './grid/copy-reasons'
import { giveFacts } from './grid/give-facts'
import { keepGrid } from './grid/keep-grid'

const form = document.querySelector<HTMLFormElement>('form[data-grid]')
const tray = document.querySelector<HTMLElement>('[data-tray]')
// What was ticked on the device before is taken up first.
if (form) keepGrid(form)
if (form && tray) giveFacts(form, tray)
copyReasons()
