/** Users and groups, in the words of cloud-init. */

import type { User } from "../../vm/model/software.ts";
import { secretProblem } from "../secret-problem.ts";
import type { CloudInitContext } from "./context.ts";
import { nonEmpty, type YamlValue } from "./yaml.ts";

/** The part `users`; undefined where the description names none, and the image's own remain. */
export function usersPart(ctx: CloudInitContext): YamlValue | undefined {
  const users = [...(ctx.vm.software.users ?? [])];
  return users.length === 0 ? undefined : users.map(([name, user]) => userEntry(ctx, name, user));
}

/**
 * The part `groups`. cloud-init makes the other groups of a user as it makes the user, and the main group only with
 * these; where there are none the main group is asked for here.
 */
export function groupsPart({ vm: { software } }: CloudInitContext): YamlValue | undefined {
  const names = [...(software.users?.values() ?? [])].flatMap(({ primary_group, groups }) =>
    primary_group === undefined || (groups ?? []).length > 0 ? [] : [primary_group],
  );
  return names.length === 0 ? undefined : [...new Set(names)];
}

function userEntry(ctx: CloudInitContext, name: string, user: User): YamlValue {
  const place = ["software", "users", name];
  const keys = user.ssh_authorized_keys ?? [];
  if (user.system && keys.length > 0) {
    ctx.report("cloud-init-system-user-with-keys", [...place, "ssh_authorized_keys"], { name });
  }
  return {
    name,
    gecos: user.gecos,
    uid: user.uid,
    primary_group: user.primary_group,
    groups: nonEmpty(user.groups),
    homedir: user.home,
    shell: user.shell,
    sudo: user.sudo,
    hashed_passwd: passwordHash(ctx, name, user),
    lock_passwd: user.lock_passwd,
    system: user.system ? true : undefined,
    ssh_authorized_keys: nonEmpty(keys),
  };
}

function passwordHash(ctx: CloudInitContext, name: string, user: User): string | undefined {
  if (user.hashed_passwd === undefined) return undefined;
  const place = ["software", "users", name, "hashed_passwd"];
  const hash = ctx.readSecret(user.hashed_passwd)?.replace(/\r?\n$/, "");
  if (hash === undefined) {
    ctx.report("secret-unavailable", place, {
      reference: user.hashed_passwd,
      problem: secretProblem(user.hashed_passwd),
    });
  } else if (!/^[!-9;-~]+$/.test(hash)) {
    ctx.report("cloud-init-not-a-password-hash", place, { reference: user.hashed_passwd });
  }
  return hash;
}
