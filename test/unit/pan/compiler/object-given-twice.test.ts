/** Two files with one object template between them: the first of them is built, on whatever thread. */
import { expect, it } from "vitest";
import { buildSite } from "../../../support/build-site.ts";

const names = ["a", "b", "c", "d"];
const files = Object.fromEntries(
  ["one", "two"].flatMap((folder) =>
    names.map((name) => [
      `/${folder}/${name}.pan`,
      `object template ${name};\n'/from' = '${folder}';\n`,
    ]),
  ),
);

it.each([
  ["given forwards", Object.keys(files), 1],
  ["given backwards", Object.keys(files).toReversed(), 1],
  ["built on two threads", Object.keys(files), 2],
])("is the profile of the first file, %s", async (_, given, count) => {
  const threads = count > 1 ? { threads: { count, seed: 3 } } : {};
  const settings = { dialect: "vmcs" } as const;
  const { files: written } = await buildSite(files, { given, settings, ...threads });
  const texts = names.map((name) => written.get(`/out/${name}.json`));
  expect(texts.map((text) => JSON.parse(text ?? "{}"))).toEqual(names.map(() => ({ from: "one" })));
});
