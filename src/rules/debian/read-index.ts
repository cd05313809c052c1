/** An index of packages as a source of packages: numbers in memory, texts when they are asked for. */

import type {
  Constraint,
  PackageNumber,
  PackageSource,
  Provider,
  Requirement,
} from "../repository/package-source.ts";
import { dpkg } from "../versions/dpkg.ts";
import { indexFormat, operatorCodes } from "./index-format.ts";
import { readSections, wordsIn } from "./sections.ts";
import { StringTable } from "./string-table.ts";

/** `name` is the repository's. Undefined for a file that is no such index, or a damaged one. */
export function readIndex(name: string, file: Uint8Array): PackageSource | undefined {
  const sections = readSections(indexFormat, file);
  if (sections === undefined || sections.length !== 15) return undefined;
  return new DebianIndex(name, sections).source();
}

class DebianIndex {
  private readonly name: string;
  private readonly strings: StringTable;
  private readonly sections: readonly Uint32Array[];
  private readonly constraints: (Constraint | undefined)[] = [];

  constructor(name: string, sections: readonly Uint8Array[]) {
    this.name = name;
    const words = sections.map((section, i) => (i === 1 ? new Uint32Array() : wordsIn(section)));
    this.sections = words;
    this.strings = new StringTable(words[0] as Uint32Array, sections[1] as Uint8Array);
  }

  source(): PackageSource {
    const names = this.section(2);
    const versions = this.section(3);
    const sizes = this.section(4);
    return {
      name: this.name,
      scheme: dpkg,
      count: names.length,
      nameOf: (number) => this.strings.at(names[number] as number),
      versionOf: (number) => this.strings.at(versions[number] as number),
      releaseOf: () => undefined,
      named: (name) => this.named(name),
      providing: (name) => this.providing(name),
      requirementsOf: (number) => this.requirementsOf(number),
      conflictsOf: (number) => this.conflictsOf(number),
      rulesOf: () => [],
      allRules: () => [],
      sizeOf: (number) => Math.ceil((sizes[number] as number) / 1024),
      spanOf: () => undefined,
      names: () => this.names(),
    };
  }

  private section(number: number): Uint32Array {
    return this.sections[number] as Uint32Array;
  }

  private named(name: string): readonly PackageNumber[] {
    const text = this.strings.find(name);
    if (text < 0) return [];
    const first = this.section(5);
    const start = first[text] as number;
    return Array.from({ length: (first[text + 1] as number) - start }, (_, i) => start + i);
  }

  private providing(name: string): readonly Provider[] {
    const text = this.strings.find(name);
    if (text < 0) return [];
    const [start, end] = this.row(6, text);
    const items = this.section(7);
    const providers: Provider[] = [];
    for (let i = start; i < end; i += 2) {
      const version = items[i + 1] as number;
      providers.push({
        package: items[i] as number,
        version: version === 0 ? undefined : this.strings.at(version - 1),
      });
    }
    return providers;
  }

  private requirementsOf(number: PackageNumber): readonly Requirement[] {
    const [start, end] = this.row(11, number);
    const items = this.section(12);
    const requirements: Requirement[] = [];
    for (let i = start; i < end; ) {
      const head = items[i++] as number;
      const anyOf: Constraint[] = [];
      for (let n = head >> 1; n > 0; n--) anyOf.push(this.constraint(items[i++] as number));
      requirements.push({ strength: (head & 1) === 0 ? "requires" : "recommends", anyOf });
    }
    return requirements;
  }

  private conflictsOf(number: PackageNumber): readonly Constraint[] {
    const [start, end] = this.row(13, number);
    return Array.from(this.section(14).subarray(start, end), (each) => this.constraint(each));
  }

  /** One object for each constraint, so that callers can remember what they found for it. */
  private constraint(number: number): Constraint {
    let constraint = this.constraints[number];
    if (constraint === undefined) {
      const version = this.section(10)[number] as number;
      constraint = {
        name: this.strings.at(this.section(8)[number] as number),
        operator: operatorCodes[this.section(9)[number] as number],
        version: version === 0 ? undefined : this.strings.at(version - 1),
      };
      this.constraints[number] = constraint;
    }
    return constraint;
  }

  private row(section: number, row: number): readonly [number, number] {
    const starts = this.section(section);
    return [starts[row] as number, starts[row + 1] as number];
  }

  private *names(): Iterable<string> {
    const first = this.section(5);
    const providers = this.section(6);
    for (let text = 0; text < this.strings.size; text++) {
      const isName = first[text] !== first[text + 1] || providers[text] !== providers[text + 1];
      if (isName) yield this.strings.at(text);
    }
  }
}
