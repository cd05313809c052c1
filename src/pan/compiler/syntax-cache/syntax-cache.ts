/**
 * Syntax trees that are kept between runs: a text that was parsed once need not be parsed again.
 *
 * It is only ever a saving of time. A tree is found by the whole text of its template; those with diagnostics are not
 * kept. The trees of one include path are in one file, which is replaced as a whole; of two processes that replace it
 * at the same time the later one wins. A file that is missing, damaged or of another build of the compiler counts as
 * none, and one that cannot be written is not missed.
 */

import { checksum } from "../../../base/checksum.ts";
import type { Host } from "../../../host/host.ts";
import { directoryOf } from "../../../host/path.ts";
import type { Template } from "../../syntax/ast.ts";
import { readTree } from "./read-tree.ts";
import { bytesOf, decodePack, encodePack, isWhole, type PackedTree } from "./tree-pack.ts";
import { writeTree } from "./write-tree.ts";

/** Plain data: threads get it. */
export interface TreePlace {
  /** Absolute path. */
  readonly file: string;
  /** Of all that decides the tree of a text, and of what is kept together. */
  readonly key: string;
}

export interface KeptTree {
  readonly template: Template;
  readonly tokenCount: number;
}

export type TreeHost = Pick<Host, "readBytes" | "writeFiles" | "trim">;

export class SyntaxCache {
  private readonly host: TreeHost;
  private readonly place: TreePlace;
  private kept: ReadonlyMap<number, readonly PackedTree[]> | undefined;
  private readonly used = new Set<string>();
  private readonly added: PackedTree[] = [];
  private addedBytes = 0;
  private keptBytes = 0;

  constructor(host: TreeHost, place: TreePlace) {
    this.host = host;
    this.place = place;
  }

  find(text: string): KeptTree | undefined {
    const hash = hashOf(text);
    this.kept ??= this.read();
    const tree = this.kept.get(hash)?.find((one) => decoder.decode(one.text) === text);
    if (tree === undefined || !isWhole(tree)) return undefined;
    this.used.add(identity(tree));
    return { template: readTree(tree.words, text), tokenCount: tree.tokens };
  }

  add(text: string, { template, tokenCount }: KeptTree): void {
    const words = writeTree(template, text);
    if (words === undefined) return;
    const tree: PackedTree = {
      hash: hashOf(text),
      text: new TextEncoder().encode(text),
      words,
      tokens: tokenCount,
      age: 0,
      sums: checksum(words),
    };
    this.added.push(tree);
    this.addedBytes += bytesOf(tree);
  }

  /** Keeps what was added, if it is so much more than there is that it is worth it while the work goes on. */
  saveIfGrown(): void {
    if (this.addedBytes > this.keptBytes) this.save();
  }

  /** Keeps what was added, if that is worth the time. */
  save(): void {
    const { added } = this;
    if (added.length === 0 || this.addedBytes * leastGrowth < this.keptBytes) return;
    // Another thread or process may have kept others meanwhile.
    this.kept = this.read();
    const isFirst = this.keptBytes === 0;
    const { used } = this;
    const fresh = new Set(added.map(identity));
    const others = [...this.kept.values()].flat().filter((tree) => !fresh.has(identity(tree)));
    const aged = others.map((tree) => ({
      ...tree,
      age: used.has(identity(tree)) ? 0 : tree.age + 1,
    }));
    const trees = selectTrees([...added, ...aged.sort((a, b) => a.age - b.age)]);
    const { file, key } = this.place;
    // The text of templates may be nobody else's to read.
    this.host.writeFiles([{ path: file, content: encodePack(key, trees), secret: true }]);
    if (isFirst) this.host.trim(directoryOf(file), mostBytesOfAll);
    for (const tree of added.splice(0)) used.add(identity(tree));
    this.keptBytes += this.addedBytes;
    this.addedBytes = 0;
  }

  private read(): ReadonlyMap<number, readonly PackedTree[]> {
    const { file, key } = this.place;
    const bytes = this.host.readBytes(file);
    this.keptBytes = bytes?.length ?? 0;
    const trees = bytes === undefined ? [] : decodePack(bytes, key);
    const byHash = new Map<number, PackedTree[]>();
    for (const tree of trees) {
      const same = byHash.get(tree.hash);
      if (same === undefined) byHash.set(tree.hash, [tree]);
      else same.push(tree);
    }
    return byHash;
  }
}

/**
 * One more template is worth a small file, as a run that need not parse at all does not even make a parser. A large one
 * is not replaced for it: somebody who edits a template will edit it again.
 */
const leastGrowth = 64;

/** A tree that nobody has used while the file was replaced so often is gone for good. */
const oldest = 30;
const mostBytes = 32 * 1024 * 1024;
const mostBytesOfAll = 64 * 1024 * 1024;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function selectTrees(trees: readonly PackedTree[]): readonly PackedTree[] {
  let total = 0;
  return trees.filter((tree) => {
    total += bytesOf(tree);
    return total <= mostBytes && tree.age <= oldest;
  });
}

/** Where two are the same, one of them is dropped, and at worst its template is parsed again. */
function identity({ hash, text, sums }: PackedTree): string {
  return `${hash} ${text.length} ${sums.join(" ")}`;
}

/** A look at some of the text; equal ones are compared as a whole. */
function hashOf(text: string): number {
  const step = Math.max(1, text.length >> 6);
  let hash = text.length;
  for (let i = 0; i < text.length; i += step) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  }
  return hash;
}
