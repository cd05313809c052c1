/**
 * The one stylesheet: light and dark, wide and narrow, screen and paper. Contrasts are those of WCAG AA or better.
 *
 * It is one text of CSS, which its pages link; to divide it would only hide which rule wins.
 */

export const stylesheet = `:root {
  color-scheme: light dark;
  --text: #1c2128;
  --soft: #57606a;
  --page: #ffffff;
  --panel: #f5f7f9;
  --line: #d4dae0;
  --link: #0a56b8;
  --mark: #fff6d6;
  --warn: #8f3400;
  --warn-panel: #fff1e6;
}

@media (prefers-color-scheme: dark) {
  :root {
    --text: #e4e8ec;
    --soft: #a3adb8;
    --page: #15191e;
    --panel: #1e242b;
    --line: #39424c;
    --link: #7cb7ff;
    --mark: #3a3415;
    --warn: #ffb27a;
    --warn-panel: #3a2413;
  }
}

* {
  box-sizing: border-box;
}

html {
  scroll-padding-top: 4.5rem;
}

body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", Helvetica, Arial, sans-serif;
  overflow-wrap: anywhere;
}

a {
  color: var(--link);
  text-underline-offset: 0.15em;
}

a:focus-visible,
input:focus-visible,
summary:focus-visible,
.table:focus-visible {
  outline: 2px solid var(--link);
  outline-offset: 2px;
}

.skip {
  position: absolute;
  left: -100vw;
}

.skip:focus {
  left: 1rem;
  top: 0.5rem;
  z-index: 2;
  background: var(--page);
  padding: 0.25rem 0.5rem;
}

header {
  position: sticky;
  top: 0;
  z-index: 1;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.25rem 1.5rem;
  padding: 0.6rem max(1.25rem, calc((100% - 72rem) / 2 + 1.25rem));
  background: var(--panel);
  border-bottom: 1px solid var(--line);
}

.brand {
  font-weight: 650;
  color: var(--text);
  text-decoration: none;
}

header nav ul {
  display: flex;
  flex-wrap: wrap;
  gap: 0.1rem 1rem;
  margin: 0;
  padding: 0;
  list-style: none;
}

header nav a {
  text-decoration: none;
}

header nav a:hover,
header nav a[aria-current] {
  text-decoration: underline;
}

#search {
  position: relative;
  margin-left: auto;
}

#search[hidden] {
  display: none;
}

#search label {
  position: absolute;
  clip-path: inset(50%);
}

#query {
  width: 16rem;
  max-width: 100%;
  padding: 0.35rem 0.6rem;
  font: inherit;
  color: inherit;
  background: var(--page);
  border: 1px solid var(--soft);
  border-radius: 0.35rem;
}

#results {
  position: absolute;
  right: 0;
  z-index: 2;
  width: min(40rem, calc(100vw - 2.5rem));
  max-height: 70vh;
  overflow-y: auto;
  margin: 0.3rem 0 0;
  padding: 0.25rem;
  list-style: none;
  background: var(--page);
  border: 1px solid var(--line);
  border-radius: 0.35rem;
  box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 25%);
}

#results a {
  display: block;
  padding: 0.3rem 0.5rem;
  color: inherit;
  text-decoration: none;
  border-radius: 0.25rem;
}

#results a:hover,
#results [aria-selected="true"] a {
  background: var(--panel);
}

#results .kind {
  display: inline-block;
  min-width: 5rem;
  color: var(--soft);
  font-size: 0.85rem;
}

#results small {
  display: block;
  color: var(--soft);
}

#results .none {
  padding: 0.5rem;
}

main,
footer {
  max-width: 72rem;
  margin: 0 auto;
  padding: 0 1.25rem;
}

footer {
  margin-top: 4rem;
  padding-bottom: 2rem;
  color: var(--soft);
  font-size: 0.9rem;
}

main p,
main li {
  max-width: 48rem;
}

.trail ol {
  display: flex;
  flex-wrap: wrap;
  margin: 1rem 0 -0.75rem;
  padding: 0;
  list-style: none;
  font-size: 0.9rem;
}

.trail li::after {
  content: "\\203a";
  padding: 0 0.5rem;
  color: var(--soft);
}

h1,
h2,
h3 {
  line-height: 1.25;
}

h1 {
  margin: 1.5rem 0 1rem;
  font-size: 1.75rem;
}

h2 {
  margin: 2.5rem 0 0.75rem;
  font-size: 1.3rem;
}

h3 {
  margin: 1.75rem 0 0.5rem;
  font-size: 1.08rem;
}

.item {
  border-top: 1px solid var(--line);
  padding-top: 0.25rem;
  margin-top: 1.5rem;
}

.item > h2 {
  margin-top: 0.75rem;
  font-size: 1.08rem;
}

.item > h3 {
  margin-top: 0.75rem;
}

:target {
  background: linear-gradient(to right, var(--mark), transparent) no-repeat 0 0 / 100% 3.2rem;
}

code,
pre {
  font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: 0.9em;
}

pre {
  overflow-x: auto;
  max-width: 100%;
  margin: 0.4rem 0;
  padding: 0.6rem 0.8rem;
  background: var(--panel);
  border: 1px solid var(--line);
  border-radius: 0.35rem;
  overflow-wrap: normal;
}

h1 code,
h2 code,
h3 code {
  font-size: 0.95em;
}

dl {
  margin: 0.75rem 0;
}

dl > div {
  display: grid;
  grid-template-columns: 8rem minmax(0, 1fr);
  gap: 0 1rem;
  padding: 0.15rem 0;
}

dt {
  color: var(--soft);
}

dd {
  margin: 0;
}

dd p {
  margin: 0.2rem 0;
}

dd pre {
  margin: 0.1rem 0 0.4rem;
}

ul.plain {
  margin: 0;
  padding: 0;
  list-style: none;
}

ul.tree {
  padding-left: 1.25rem;
}

.counts {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 1.5rem;
  padding: 0;
  list-style: none;
}

.place {
  color: var(--soft);
  font-size: 0.9em;
}

.meaning {
  color: var(--soft);
}

.required {
  color: var(--warn);
  font-size: 0.85em;
  font-style: normal;
  white-space: nowrap;
}

.deprecated {
  padding: 0.4rem 0.8rem;
  color: var(--warn);
  background: var(--warn-panel);
  border-left: 4px solid currentcolor;
}

.other {
  padding-left: 1rem;
  border-left: 3px solid var(--line);
}

summary {
  cursor: pointer;
  color: var(--link);
}

.table {
  overflow-x: auto;
  margin: 0.75rem 0;
}

table {
  border-collapse: collapse;
  width: 100%;
  overflow-wrap: break-word;
}

th,
td {
  padding: 0.4rem 1rem 0.4rem 0;
  text-align: left;
  vertical-align: top;
  border-bottom: 1px solid var(--line);
  font-weight: inherit;
}

th[scope="row"] {
  min-width: 9rem;
}

td {
  min-width: 5rem;
}

thead th {
  color: var(--soft);
  font-size: 0.9rem;
}

td p,
td pre {
  margin: 0 0 0.3rem;
}

td pre {
  white-space: pre-wrap;
}

td .place {
  overflow-wrap: normal;
  white-space: nowrap;
}

@media (max-width: 40rem) {
  header {
    position: static;
  }

  #search,
  #query {
    width: 100%;
  }

  #results {
    left: 0;
    right: auto;
  }

  dl > div {
    grid-template-columns: minmax(0, 1fr);
    padding: 0.3rem 0;
  }

  h1 {
    font-size: 1.4rem;
  }

  /* Rows become blocks: a table that has to be moved sideways is not read. */
  thead {
    position: absolute;
    clip-path: inset(50%);
  }

  table,
  tbody,
  tr,
  th[scope="row"],
  td {
    display: block;
  }

  tr {
    padding: 0.35rem 0;
    border-bottom: 1px solid var(--line);
  }

  th[scope="row"],
  td {
    padding: 0.1rem 0;
    border: 0;
  }

  td:empty {
    display: none;
  }
}

@media print {
  header nav,
  #search,
  .skip,
  .trail {
    display: none !important;
  }

  header {
    position: static;
    padding: 0;
    background: none;
  }

  .item,
  tr {
    break-inside: avoid;
  }

  pre {
    white-space: pre-wrap;
  }

  main a {
    color: inherit;
  }
}
`;
