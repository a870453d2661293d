import { keepReason, showReasons } from './keep-reason'

keepReason()
showReasons()
