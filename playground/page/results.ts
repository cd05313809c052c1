/** The right side: what becomes of the description, a tab for each kind, and whoever wrote what is picked. */

import type { Built, BuiltProfile, Explained, Output, Place } from "../messages.ts";
import type { BuildClient } from "./build-client.ts";
import { button, byId, element } from "./element.ts";
import { linesView } from "./lines-view.ts";
import { placeText } from "./place-text.ts";
import { problemList } from "./problems-view.ts";
import { showTabs, type Tab } from "./tabs.ts";
import { treeView } from "./tree-view.ts";

const tabs: readonly Tab[] = [
  { id: "tree", label: "Tree" },
  { id: "skeleton", label: "Skeletons" },
  { id: "xen", label: "Xen" },
  { id: "libvirt", label: "libvirt" },
  { id: "cloud-init", label: "cloud-init" },
  { id: "image", label: "Images" },
  { id: "rules", label: "Rules" },
];

const openAtFirst = ["/hardware", "/network", "/storage", "/system", "/software"];

export class Results {
  private readonly client: Pick<BuildClient, "explain">;
  private readonly onPlace: (place: Place) => void;
  private built: Built = { profiles: [], problems: [] };
  private isOld = false;
  private tab = "tree";
  private profileName: string | undefined;
  /** The file that was picked last in each tab. */
  private readonly picked = new Map<string, string>();
  private readonly open = new Set(openAtFirst);
  private readonly limits = new Map<string, number>();
  private lastQuestion = 0;

  constructor(client: Pick<BuildClient, "explain">, onPlace: (place: Place) => void) {
    this.client = client;
    this.onPlace = onPlace;
    byId("why-close").addEventListener("click", () => {
      this.closeWhy();
      byId("result").querySelector<HTMLElement>("[tabindex='0']")?.focus();
    });
    byId<HTMLSelectElement>("profile").addEventListener("change", ({ target }) => {
      this.profileName = (target as HTMLSelectElement).value;
      this.closeWhy();
      this.render();
    });
    this.render();
  }

  /** Of a description that cannot be read for a moment, what was there before stays. */
  show(built: Built): void {
    const isBroken = built.problems.some(({ severity }) => severity === "error");
    this.isOld = built.profiles.length === 0 && isBroken && this.built.profiles.length > 0;
    if (!this.isOld) this.built = built;
    byId("why").dataset["old"] = "";
    this.render();
  }

  /** Another description is to come. */
  clear(): void {
    this.built = { profiles: [], problems: [] };
    this.limits.clear();
    this.closeWhy();
  }

  private closeWhy(): void {
    byId("why").hidden = true;
  }

  private get profile(): BuiltProfile | undefined {
    const { profiles } = this.built;
    return profiles.find(({ name }) => name === this.profileName) ?? profiles[0];
  }

  private render(): void {
    const { profile } = this;
    showTabs(
      {
        list: byId("result-tabs"),
        panel: byId("result"),
        onSelect: (id) => {
          this.tab = id;
          this.render();
        },
      },
      tabs.map((tab) => ({ ...tab, mark: markOf(tab.id, profile) })),
      this.tab,
    );
    this.renderProfiles();
    const panel = byId("result");
    const { scrollTop } = panel;
    const old = "The description cannot be read as it is now; this was made of it before.";
    panel.replaceChildren(...(this.isOld ? [note(old)] : []), ...this.content(profile));
    panel.scrollTop = scrollTop;
  }

  private renderProfiles(): void {
    const select = byId<HTMLSelectElement>("profile");
    const names = this.built.profiles.map(({ name }) => name);
    select.replaceChildren(...names.map((name) => element("option", { value: name }, name)));
    if (this.profile !== undefined) select.value = this.profile.name;
    byId("profile-field").hidden = names.length < 2;
  }

  private content(profile: BuiltProfile | undefined): readonly Node[] {
    if (profile === undefined) {
      return [
        note("There is no object template: a description begins with “object template NAME;”."),
      ];
    }
    if (this.tab === "tree") return this.treeContent(profile);
    if (this.tab === "rules") return this.rulesContent(profile);
    return this.filesContent(profile);
  }

  private treeContent(profile: BuiltProfile): readonly Node[] {
    const { name, state, tree } = profile;
    const states = {
      sound: "",
      invalid: "The values are not all of their types; see the problems.",
      failed: "The templates ended with an error; this is how far they came.",
    };
    const view = treeView({
      root: tree,
      label: `Configuration of ${name}`,
      open: this.open,
      limits: this.limits,
      onPick: (path) => void this.explain(path, { kind: "explain-path", profile: name, path }),
    });
    return state === "sound" ? [view] : [note(states[state]), view];
  }

  private rulesContent({ resolution }: BuiltProfile): readonly Node[] {
    if (resolution === undefined) return [note("No rule speaks of this description.")];
    const text = element("pre", { class: "text" });
    text.append(placeText(resolution.text, this.onPlace));
    // A line that is a comment names the file.
    if (!/^[^#]/m.test(resolution.pan)) return [text];
    return [
      text,
      element("h2", {}, "The same as statements"),
      element("pre", { class: "text" }, resolution.pan),
    ];
  }

  private filesContent(profile: BuiltProfile): readonly Node[] {
    const files = profile.outputs.filter(({ writer }) => writer === this.tab);
    const refused = profile.refusals[this.tab] ?? [];
    const reasons = refused.length === 0 ? [] : [problemList(refused, { onPlace: this.onPlace })];
    if (files.length === 0) return [note(emptyReason(profile, this.tab)), ...reasons];
    const name = this.picked.get(this.tab);
    const file = files.find((one) => one.name === name) ?? (files[0] as Output);
    const onPick = (line: number): void =>
      void this.explain(`${file.name}:${line}`, {
        kind: "explain-line",
        profile: profile.name,
        file: file.name,
        line,
      });
    const lines = linesView({ text: file.text, label: `Lines of ${file.name}`, onPick });
    return [...this.fileButtons(files, file), ...reasons, lines];
  }

  private fileButtons(files: readonly Output[], shown: Output): readonly Node[] {
    const buttons = files.map(({ name }) =>
      button(name, { "aria-pressed": String(name === shown.name) }, () => {
        this.picked.set(this.tab, name);
        this.render();
      }),
    );
    return [element("div", { class: "files", role: "group", "aria-label": "File" }, ...buttons)];
  }

  private async explain(title: string, request: Parameters<BuildClient["explain"]>[0]) {
    const question = ++this.lastQuestion;
    this.showWhy({ title, text: "…" });
    let answer: Explained;
    try {
      answer = await this.client.explain(request);
    } catch (error) {
      answer = { title, text: error instanceof Error ? error.message : String(error) };
    }
    if (question === this.lastQuestion) this.showWhy(answer);
  }

  private showWhy({ title, text }: Explained): void {
    const why = byId("why");
    why.hidden = false;
    delete why.dataset["old"];
    byId("why-title").textContent = `Why ${title}`;
    byId("why-text").replaceChildren(placeText(text, this.onPlace));
  }
}

function note(text: string): HTMLElement {
  return element("p", { class: "note" }, text);
}

function emptyReason({ isMachine, state, outputs }: BuiltProfile, tab: string): string {
  if (state !== "sound") return "There are errors: no files are written. See the problems.";
  if (!isMachine) return "This profile describes no machine: it does not include 'vmcs/vm'.";
  if (outputs.length === 0) return "There are errors: no files are written. See the problems.";
  return tab === "image" || tab === "cloud-init"
    ? "Nothing is asked for here."
    : "There are no files for this platform.";
}

function markOf(tab: string, profile: BuiltProfile | undefined): string | undefined {
  const errors = profile?.refusals[tab]?.filter(({ severity }) => severity === "error") ?? [];
  return errors.length > 0 ? "!" : undefined;
}
