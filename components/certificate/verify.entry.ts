import { nameCheckInPlace } from './name-check-in-place'

nameCheckInPlace()
