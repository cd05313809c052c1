import { fileRule } from "../rule.ts";

export const templateName = fileRule({
  id: "VP024",
  name: "template-name",
  summary: "A template is called like its file.",
  reads: "syntax",
  bad: [
    { "site/default.pan": "template site/defaults;" },
    { "defaults.pan": "template site/defaults;" },
  ],
  good: [
    { "site/defaults.pan": "template site/defaults;", "x/site/old.tpl": "template site/old;" },
    { "checkout/web/defaults.pan": "template site/web/defaults;" },
    { "draft.txt": "template example;" },
  ],
  check({ path, template: { name } }, report) {
    const extension = /\.(pan|tpl)$/.exec(path)?.[0];
    if (extension === undefined || name.text === "") return;
    const wanted = `${name.text}${extension}`;
    const names = wanted.split("/");
    const places = path.split("/");
    const shared = names.toReversed().findIndex((part, i) => part !== places.at(-1 - i));
    // What is on top may be missing: a checkout's directory can stand for the first part of the name.
    if (shared < 0 || shared >= 2) return;
    report(name, { name: name.text, file: places.at(-1) ?? path, wanted });
  },
});
