/**
 * Counters of /proc/net/snmp that grow when a process of this network namespace tries to send anything, whether or not
 * there is a route. In a namespace of its own they count one program alone.
 */
const SENDING = ['Ip.OutRequests', 'Ip.OutNoRoutes', 'Tcp.ActiveOpens', 'Udp.OutDatagrams'];

export function sendingCounters(snmp: string): Record<string, number> {
  const lines = snmp
    .trim()
    .split('\n')
    .map((line) => line.split(/[:\s]+/));
  const all: Record<string, number> = {};
  for (let row = 0; row + 1 < lines.length; row += 2) {
    const [group, ...names] = lines[row];
    names.forEach((name, column) => (all[`${group}.${name}`] = Number(lines[row + 1][column + 1])));
  }
  return Object.fromEntries(SENDING.map((name) => [name, all[name]]));
}
