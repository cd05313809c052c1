/** What runs in the guest: `/software` of the description. */

import * as pattern from "../shape/pattern.ts";
import {
  boolean,
  choice,
  type Infer,
  integer,
  list,
  map,
  optional,
  record,
  required,
  text,
} from "../shape/shape.ts";

const packageShape = record({
  name: optional(text(pattern.word), "name in the repository; the key where it is absent"),
  version: optional(text(pattern.word), "version"),
  release: optional(text(pattern.word), "the packager's release of that version"),
  imported: required(boolean, "whether the disk image has it already"),
  source: optional(text(pattern.line), "where it is installed from"),
  location: optional(text(pattern.line), "where it is fetched from"),
  image: optional(text(pattern.line), "image that holds it"),
  size: optional(integer(0, 1_073_741_824, "MiB"), "room that it takes"),
  provides: optional(list("name", text(pattern.word)), "other names under which it can be wanted"),
});

const repository = record({
  type: required(choice("deb", "rpm"), "kind of repository"),
  url: required(text(pattern.word), "where it is"),
  suite: optional(text(pattern.word), "suite, for kind deb"),
  components: optional(list("component", text(pattern.word)), "components, for kind deb"),
  key: optional(text(), "public key that signs it, in ASCII armour"),
});

const service = record({
  enabled: required(boolean, "whether it starts with the guest"),
  state: optional(choice("running", "stopped"), "state in which it is to be"),
});

const user = record({
  gecos: optional(text(pattern.line), "full name"),
  uid: optional(integer(0, 4_294_967_294), "number"),
  primary_group: optional(text(pattern.word), "main group"),
  groups: optional(list("group", text(pattern.word)), "other groups"),
  home: optional(text(pattern.path), "home directory"),
  shell: optional(text(pattern.path), "login shell"),
  sudo: optional(text(pattern.line), "rule for sudo"),
  ssh_authorized_keys: optional(list("key", text(pattern.line)), "public keys that may log in"),
  hashed_passwd: optional(text(pattern.secret), "where the hash of the password is"),
  lock_passwd: required(boolean, "whether logging in by password is impossible"),
  system: required(boolean, "whether it is an account of the system's"),
});

const file = record({
  path: required(text(pattern.path), "where it is written"),
  content: required(text(), "what is written"),
  owner: required(text(pattern.owner), "user and group"),
  permissions: required(text(pattern.permissions), "permissions, an octal number"),
  append: optional(boolean, "whether the content is added to what the file has"),
});

const cloudInit = record({
  device: required(text(pattern.device), "drive that holds what cloud-init reads"),
  instance: optional(
    text(pattern.word),
    "identity of the installation; cloud-init runs again when it changes",
  ),
});

export const software = record({
  packages: optional(map("package", "key", pattern.key, packageShape), "packages"),
  repositories: optional(
    map("repository", "name", pattern.key, repository),
    "repositories of packages",
  ),
  services: optional(map("service", "name", pattern.key, service), "services"),
  users: optional(map("user", "name", pattern.userName, user), "users, in the words of cloud-init"),
  environment: optional(
    map("variable", "name", pattern.variableName, text()),
    "environment of all users",
  ),
  files: optional(
    map("file", "name", pattern.key, file),
    "files that are written when the guest first boots",
  ),
  timezone: optional(text(pattern.timezone), "time zone"),
  locale: optional(text(pattern.locale), "language and country of the system"),
  package_upgrade: optional(boolean, "whether all packages are brought up to date first"),
  ssh_pwauth: optional(boolean, "whether logging in over SSH by password is possible"),
  disable_root: optional(boolean, "whether logging in over SSH as root is impossible"),
  cloud_init: optional(cloudInit, "how the guest gets all this from cloud-init, if it does"),
  bootcmd: optional(
    list("command", text()),
    "shell commands that run early, each time the guest boots",
  ),
  runcmd: optional(
    list("command", text()),
    "shell commands that run once, when the guest first boots",
  ),
});

export type Software = Infer<typeof software>;
export type Package = Infer<typeof packageShape>;
export type Repository = Infer<typeof repository>;
export type User = Infer<typeof user>;
export type SoftwareFile = Infer<typeof file>;
