/** What xmlbuilder2 takes from Node: names of hosts in ASCII, as the browser has them. */

export function domainToASCII(domain: string): string {
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : "";
}

export function domainToUnicode(domain: string): string {
  return domain;
}
