import type { Definitions } from "../definition.ts";

/** What `vmcs diff` and `vmcs graph` are refused for. */
export const diffUsageCodes = {
  "diff-side-unknown": {
    severity: "error",
    message: "'{word}' is no directory, no file and no revision: {problem}.",
    help: "Name what is to be compared, such as 'main..HEAD' or two directories.",
    explanation: `\`vmcs diff\` compares two sides. Each is a directory of templates, a directory of files that a build has
written, a single file, or a revision of git, as git spells it. \`A..B\` are two revisions, and \`A...B\` compares B with
what it has in common with A. A revision alone is compared with the files as they are.

Wrong:

    vmcs diff mian..HEAD

Right:

    vmcs diff main..HEAD`,
  },
  "diff-sides-wrong": {
    severity: "error",
    message: "A comparison has two sides, but {count} are named: {words}.",
    help: "Name two sides, a range such as main..HEAD, or one side to compare with the current directory.",
    explanation: `One word that is no range is compared with the current directory; two words are the two sides. Which
descriptions are compared is said with \`--objects\`.

Wrong:

    vmcs diff main HEAD vms/web.pan

Right:

    vmcs diff main HEAD --objects vms/web.pan`,
  },
  "diff-side-empty": {
    severity: "error",
    message: "There is nothing to compare in '{side}'.",
    help: "It has no object templates, and no files that a build writes.",
    explanation: `A side of a comparison is templates, of which the object templates are compiled, or it is files that
\`vmcs build\` or \`vmcs compile\` have written: profiles, skeletons, configurations of platforms.

Wrong:

    vmcs diff docs build

Right:

    vmcs diff vms build`,
  },
  "git-failed": {
    severity: "error",
    message: "git could not be asked for '{word}': {problem}.",
    help: "Revisions are read by running git, which must be installed and allowed to read the repository.",
    explanation: `Templates of a revision are read with \`git ls-tree\` and \`git cat-file\`; no work tree is made or changed.
git refuses, for instance, to read a repository that belongs to somebody else.

Wrong, where git is not installed:

    vmcs diff main..HEAD

Right:

    apt-get install git
    vmcs diff main..HEAD`,
  },
  "graph-node-unknown": {
    severity: "error",
    message: "There is no {what} '{name}' in the graph.",
    explanation: `\`--from\` takes the name of a node: a template, a path, or a package, by the view that is drawn.

Wrong:

    vmcs graph includes --from site/defualts

Right:

    vmcs graph includes --from site/defaults`,
  },
} as const satisfies Definitions;

/** What cannot be compared. */
export const diffCodes = {
  "diff-file-unreadable": {
    severity: "error",
    message: "The file '{path}' cannot be compared: it is not what its name promises.",
    help: "Build it again, or leave it out.",
    explanation: `Emitted files are read as what their names say: \`.json\` and \`.xml\` are profiles or skeletons, \`.cfg\` is for
xl. One that was cut off or edited into something else cannot be compared.

Wrong:

    { "hardware": {

Right:

    { "hardware": { "memory": { "size": 4096 } } }`,
  },
  "diff-link-outside": {
    severity: "warning",
    message:
      "{link} is a link to {target}, outside of the repository: what is there counts as it is today.",
    help: "git knows no earlier state of it, so no change of it is shown. Keep it in the repository, or as a submodule.",
    explanation: `A revision has a symbolic link, and something was read through it that is not in the repository. Templates of
a revision are read as they were; what the link leads to has no revisions, so both sides have it as it is on this machine
today, and a change of it since then is in no comparison.

Wrong:

    ln -s /srv/templates/site site
    git add site

Right:

    git submodule add https://git.example.org/site.git site`,
  },
} as const satisfies Definitions;
