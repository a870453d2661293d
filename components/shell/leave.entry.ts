import { leaveQuickly } from './leave-quickly'
import { applyLook, storedLook } from './reading-look'

leaveQuickly()
applyLook(storedLook())
