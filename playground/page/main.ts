/** The page: what its parts say to each other. */

import { formatDocument } from "@codemirror/lsp-client";
import { examples, library, version } from "../library.ts";
import type { Built, Description, Place } from "../messages.ts";
import { BuildClient } from "./build-client.ts";
import { button, byId, element } from "./element.ts";
import { Files } from "./files.ts";
import { isFileName, LinkError, type Linked, packLink, unpackLink } from "./link.ts";
import { countProblems, problemList } from "./problems-view.ts";
import { Results } from "./results.ts";
import { showTabs } from "./tabs.ts";

const program = "worker.js";
/** Milliseconds without a change before anything is built. */
const pause = 200;
/** Of longer ones the address bar is not kept up to date; the button makes a link of any size. */
const longestAddress = 30_000;

let repositories: readonly string[] = [];
let isLoading = true;
let buildTimer = 0;

const client = new BuildClient(program, {
  onStart: () => {
    byId("status").dataset["busy"] = "";
  },
  onBuilt: showBuilt,
  onFailure: (message) => {
    files.language.wake();
    delete byId("status").dataset["busy"];
    tell(message, true);
  },
});
const files = new Files(byId("editor"), program, settings(), {
  onChange: changed,
  onShow: showFileTabs,
});
const results = new Results(client, (place) => files.reveal(place));

function settings() {
  return { repositories, xenRelease: byId<HTMLSelectElement>("release").value };
}

function description(): Description {
  return { files: files.all(), ...settings() };
}

// ----------------------------------------------------------------------------------------------- building

function changed(): void {
  if (isLoading) return;
  showFileTabs();
  window.clearTimeout(buildTimer);
  buildTimer = window.setTimeout(() => {
    client.build(description());
    void keepAddress();
  }, pause);
}

function showBuilt({ profiles, problems }: Built, milliseconds: number): void {
  files.language.wake();
  delete byId("status").dataset["busy"];
  const list = byId("problems");
  list.replaceChildren();
  const events = {
    onPlace: (place: Place) => files.reveal(place),
    onRename: (file: string) => files.callLikeTemplate(file),
  };
  if (problems.length > 0) list.append(problemList(problems, events));
  byId("problem-count").textContent = countProblems(problems) || "none";
  const count = profiles.length === 1 ? "1 profile" : `${profiles.length} profiles`;
  tell(`${count}, ${countProblems(problems) || "no problems"}, ${Math.round(milliseconds)} ms`);
  results.show({ profiles, problems });
}

function tell(text: string, isError = false): void {
  const status = byId("status");
  status.textContent = text;
  status.classList.toggle("error", isError);
}

// -------------------------------------------------------------------------------------------------- files

function showFileTabs(): void {
  const { names, shown } = files;
  const isLibrary = shown.startsWith("/");
  const tabs = names.map((name) => ({ id: name, label: name }));
  const all = isLibrary ? [...tabs, { id: shown, label: shown.slice(1), mark: "read-only" }] : tabs;
  const row = {
    list: byId("file-tabs"),
    panel: byId("editor"),
    onSelect: (name: string) => void files.show(name),
  };
  showTabs(row, all, shown);
  byId<HTMLButtonElement>("remove-file").disabled = isLibrary || names.length < 2;
}

function addFile(): void {
  const form = byId<HTMLFormElement>("new-file");
  form.hidden = !form.hidden;
  if (!form.hidden) byId("new-file-name").focus();
}

function makeFile(event: SubmitEvent): void {
  event.preventDefault();
  const input = byId<HTMLInputElement>("new-file-name");
  const name = input.value.endsWith(".pan") ? input.value : `${input.value}.pan`;
  const problem = !isFileName(name)
    ? "A name has letters, digits, and _ - + . /"
    : files.names.includes(name)
      ? `There is a file ${name} already.`
      : "";
  byId("new-file-problem").textContent = problem;
  if (problem !== "") return;
  byId("new-file").hidden = true;
  input.value = "";
  files.add(name, `template ${name.slice(0, -".pan".length)};\n\n`);
  files.view.focus();
}

// ------------------------------------------------------------------------------------- examples and links

function load(linked: Linked): void {
  isLoading = true;
  repositories = linked.repositories;
  const release = byId<HTMLSelectElement>("release");
  const isKnown = [...release.options].some(({ value }) => value === linked.xenRelease);
  if (!isKnown) release.append(element("option", {}, linked.xenRelease));
  release.value = linked.xenRelease;
  files.language.tell(settings());
  results.clear();
  files.replace(linked.files, linked.main);
  isLoading = false;
  changed();
}

function loadExample(name: string): void {
  const example = examples().find((one) => one.name === name) ?? examples()[0];
  if (example === undefined) return;
  load({ ...example, xenRelease: settings().xenRelease });
}

function current(): Linked {
  return { ...description(), main: files.shown };
}

/** So that whoever loads the page again has what was there. */
async function keepAddress(): Promise<void> {
  await putInAddress(longestAddress);
}

async function putInAddress(longest: number): Promise<void> {
  const fragment = await packLink(current());
  if (fragment.length > longest) return;
  lastFragment = fragment;
  window.history.replaceState(undefined, "", fragment);
}

let lastFragment: string | undefined;

async function share(): Promise<void> {
  await putInAddress(Number.POSITIVE_INFINITY);
  try {
    await navigator.clipboard.writeText(window.location.href);
    tell("The link is on the clipboard; it holds the whole description.");
  } catch {
    tell("The address of this page is the link; it holds the whole description.");
  }
}

async function followLink(): Promise<void> {
  const { hash } = window.location;
  if (hash === lastFragment) return;
  lastFragment = hash;
  try {
    const linked = await unpackLink(hash);
    showNotice("");
    if (linked === undefined) loadExample("web-server");
    else load(linked);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    if (files.names.length === 0) loadExample("web-server");
    showNotice(error.message);
  }
}

function showNotice(message: string): void {
  const notice = byId("notice");
  notice.hidden = message === "";
  const close = button("Close", {}, () => showNotice(""));
  notice.replaceChildren(...(message === "" ? [] : [element("span", {}, message), close]));
}

// ------------------------------------------------------------------------------------------------ the rest

function switchColours(): void {
  const { style } = document.documentElement;
  const isDark =
    style.colorScheme === "dark" ||
    (style.colorScheme === "" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  style.colorScheme = isDark ? "light" : "dark";
}

function start(): void {
  const select = byId<HTMLSelectElement>("example");
  for (const { name, title } of examples())
    select.append(element("option", { value: name }, title));
  select.addEventListener("change", () => {
    if (select.value === "") return;
    showNotice("");
    loadExample(select.value);
    select.value = "";
  });
  const templates = byId<HTMLSelectElement>("library");
  for (const path of Object.keys(library())) {
    templates.append(element("option", { value: path }, path.slice(1)));
  }
  templates.addEventListener("change", () => {
    if (templates.value !== "") files.show(templates.value);
    templates.value = "";
  });
  byId("version").textContent = version();
  byId("release").addEventListener("change", () => {
    files.language.tell(settings());
    changed();
  });
  byId("format").addEventListener("click", () => void formatDocument(files.view));
  byId("share").addEventListener("click", () => void share());
  byId("colours").addEventListener("click", switchColours);
  byId("add-file").addEventListener("click", addFile);
  byId("remove-file").addEventListener("click", () => files.remove(files.shown));
  byId("new-file").addEventListener("submit", (event) => makeFile(event as SubmitEvent));
  window.addEventListener("hashchange", () => void followLink());
  void followLink();
}

window.addEventListener("error", ({ message }) => tell(`The page has failed: ${message}`, true));
window.addEventListener("unhandledrejection", ({ reason }) => {
  tell(`The page has failed: ${reason instanceof Error ? reason.message : String(reason)}`, true);
});
start();
