import { copyButtons } from './copy-buttons'
import { printButtons } from './print-buttons'

copyButtons()
printButtons()
