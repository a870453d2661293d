import { keepSending } from './send-waiting'

// Loaded by any page of the site while this device holds acts that are not sent yet.
const send = () => void keepSending()
send()
addEventListener('online', send)
