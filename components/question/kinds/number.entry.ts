import { numberInPlace } from './number-in-place'

numberInPlace()
