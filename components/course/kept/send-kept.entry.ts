import { keepSending } from './send-waiting'

// Loaded by any page of the site while something waits on this device.
const send = () => void keepSending()
send()
addEventListener('online', send)
