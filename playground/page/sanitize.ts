/** What a template's author has written in documentation is shown formatted, and can do nothing. */

const allowed = new Set(
  ["p", "pre", "code", "ul", "ol", "li", "strong", "em", "br", "hr", "span", "blockquote"].concat([
    ...["h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"],
  ]),
);

/** Other elements leave their text; no attribute stays but the classes of highlighting. */
export function sanitizeHtml(html: string): string {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const clean = document.createElement("div");
  for (const child of parsed.body.childNodes) clean.append(...cleaned(child));
  return clean.innerHTML;
}

function cleaned(node: Node): readonly Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? "")];
  if (!(node instanceof Element)) return [];
  const children = [...node.childNodes].flatMap(cleaned);
  const name = node.localName;
  if (name === "script" || name === "style") return [];
  if (!allowed.has(name)) return children;
  const copy = document.createElement(name);
  if (name === "span") copy.className = node.className;
  copy.append(...children);
  return [copy];
}
