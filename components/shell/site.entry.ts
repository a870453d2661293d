import { copyButtons } from './copy-buttons'
import { leaveQuickly } from './leave-quickly'
import { printButtons } from './print-buttons'

copyButtons()
leaveQuickly()
printButtons()
