import { copyReasons } from './grid/copy-reasons'
import { keepGrid } from './grid/keep-grid'

const form = document.querySelector<HTMLFormElement>('form[data-grid]')
if (form) keepGrid(form)
copyReasons()
