import { leaveQuickly } from './leave-quickly'

leaveQuickly()
