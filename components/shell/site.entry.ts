import { copyButtons } from './copy-buttons'
import { leaveQuickly } from './leave-quickly'

copyButtons()
leaveQuickly()
