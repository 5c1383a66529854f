import 'server-only'
import ipaddr from 'ipaddr.js'

/** Global unicast IPv6 that leads elsewhere all the same: protocol assignments, documentation and 6to4. */
const notPublic = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map((range) => ipaddr.IPv6.parseCIDR(range))
/** The host of each Azure machine, where its settings can be read. */
const azureHost = '168.63.129.16'
const global = ipaddr.IPv6.parseCIDR('2000::/3')

/** True for an address of the open internet: not of this machine, its network, a cloud's metadata or a documentation range. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text) // an IPv4 address in IPv6 clothes is that IPv4 address
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast' && address.toString() !== azureHost
  return address.range() === 'unicast' && address.match(global) && !notPublic.some((range) => address.match(range))
}
