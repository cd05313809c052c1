/** The two lists that make a zip file an extension: the types of its files, and what the installer wants to know. */

import { extname } from "node:path";
import { create } from "xmlbuilder2";

/** What is read of the extension's package.json. */
export interface ExtensionManifest {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly publisher: string;
  readonly version: string;
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly extensionKind: readonly string[];
}

const typeOf: Readonly<Record<string, string>> = {
  ".json": "application/json",
  ".md": "text/markdown",
  ".txt": "text/plain",
  ".xsd": "text/xml",
  ".js": "application/javascript",
  ".cjs": "application/node",
  ".mjs": "application/javascript",
  ".wasm": "application/wasm",
  ".vsixmanifest": "text/xml",
};

/** Each ending needs a type (OPC), or the installer refuses the whole. */
export function contentTypes(paths: readonly string[]): string {
  const endings = new Set([".vsixmanifest", ...paths.map((path) => extname(path).toLowerCase())]);
  const types = create({ version: "1.0", encoding: "utf-8" }).ele("Types", {
    xmlns: "http://schemas.openxmlformats.org/package/2006/content-types",
  });
  for (const ending of [...endings].filter((known) => known !== "").sort()) {
    types.ele("Default", {
      Extension: ending,
      ContentType: typeOf[ending] ?? "application/octet-stream",
    });
  }
  return types.end({ prettyPrint: true });
}

const assets: readonly (readonly [type: string, path: string])[] = [
  ["Microsoft.VisualStudio.Code.Manifest", "package.json"],
  ["Microsoft.VisualStudio.Services.Content.Details", "readme.md"],
  ["Microsoft.VisualStudio.Services.Content.Changelog", "changelog.md"],
  ["Microsoft.VisualStudio.Services.Content.License", "LICENSE.txt"],
];

/** Throws for a file that it names and the extension does not have. */
export function vsixManifest(manifest: ExtensionManifest, files: readonly string[]): string {
  const missing = assets.filter(([, path]) => !files.includes(path));
  if (missing.length > 0) throw new Error(`Not in the extension: ${missing.join(", ")}`);
  const properties = {
    "Microsoft.VisualStudio.Code.Engine": manifest.engines.vscode,
    "Microsoft.VisualStudio.Code.ExtensionKind": manifest.extensionKind.join(","),
    "Microsoft.VisualStudio.Code.ExtensionDependencies": "",
    "Microsoft.VisualStudio.Code.ExtensionPack": "",
    "Microsoft.VisualStudio.Code.LocalizedLanguages": "",
    "Microsoft.VisualStudio.Code.ExecutesCode": "true",
  };
  return create(
    { version: "1.0", encoding: "utf-8" },
    {
      PackageManifest: {
        "@Version": "2.0.0",
        "@xmlns": "http://schemas.microsoft.com/developer/vsx-schema/2011",
        Metadata: {
          Identity: {
            "@Language": "en-US",
            "@Id": manifest.name,
            "@Version": manifest.version,
            "@Publisher": manifest.publisher,
          },
          DisplayName: manifest.displayName,
          Description: { "@xml:space": "preserve", "#": manifest.description },
          Tags: manifest.keywords.join(","),
          Categories: manifest.categories.join(","),
          GalleryFlags: "Public",
          License: "extension/LICENSE.txt",
          Properties: {
            Property: Object.entries(properties).map(([id, value]) => ({
              "@Id": id,
              "@Value": value,
            })),
          },
        },
        Installation: { InstallationTarget: { "@Id": "Microsoft.VisualStudio.Code" } },
        Dependencies: {},
        Assets: {
          Asset: assets.map(([type, path]) => ({
            "@Type": type,
            "@Path": `extension/${path}`,
            "@Addressable": "true",
          })),
        },
      },
    },
  ).end({ prettyPrint: true });
}
