import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import {
  chown,
  lchown,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { canEnter, ownerOf, postgresAccount, type Account } from "./postgres-account.ts";
import { programsFor } from "./postgres-programs.ts";
import { Refusal } from "./refusal.ts";
import { writeNew } from "./write-new.ts";

/** Where a cluster lives: `data`, `password`, `log`, `owner`, and the programs that run it. */
export interface ClusterHome {
  readonly folder: string;
  readonly programs: string;
  readonly password: string;
  readonly account: Account | undefined;
}

/**
 * Opens or makes the home of the lasting cluster at `folder`. When root runs us and the clone is closed to the account
 * that runs PostgreSQL, the home is a folder under /var/lib, and `folder` is a link to it.
 */
export async function openHome(folder: string): Promise<ClusterHome> {
  await mkdir(path.dirname(folder), { recursive: true });
  const data = await stat(path.join(folder, "data")).catch(() => undefined);
  const account = postgresAccount(data);
  const place = account ? await placeFor(account, folder) : folder;
  await mkdir(place, { recursive: true, mode: 0o700 });
  if (!account && (await stat(place)).uid !== process.getuid?.()) {
    throw new Refusal(
      `The store in ${folder} belongs to another account. Run as that account, or remove it to begin again.`,
    );
  }
  return furnish(await realpath(place), account);
}

/** Makes a home in a folder for temporary files. The caller removes the folder afterwards. */
export async function makeThrowAwayHome(): Promise<ClusterHome> {
  const account = postgresAccount();
  const bases = [os.tmpdir(), "/tmp", "/var/tmp"];
  const base = bases.find((folder) => !account || canEnter(account, folder)) ?? os.tmpdir();
  const folder = await mkdtemp(path.join(base, "tickmark-throw-away-"));
  if (account) await chown(folder, ...ownerOf(account));
  return furnish(folder, account);
}

async function placeFor(account: Account, folder: string): Promise<string> {
  const found = await lstat(folder).catch(() => undefined);
  if (found?.isSymbolicLink()) return realpath(folder).catch(() => moveOut(account, folder));
  if (canEnter(account, path.dirname(folder))) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chown(folder, ...ownerOf(account));
    return folder;
  }
  if (found) {
    throw new Refusal(
      `The account that runs PostgreSQL can no longer reach ${folder}. Open the folders above it, or remove it to begin again.`,
    );
  }
  return moveOut(account, folder);
}

async function moveOut(account: Account, folder: string): Promise<string> {
  const bases = ["/var/lib", "/var", "/tmp"];
  const base = bases.find((candidate) => canEnter(account, candidate)) ?? os.tmpdir();
  await removeAbandoned(base, folder);
  const home = await mkdtemp(path.join(base, "tickmark-"));
  // As long as the folder is ours, nobody can put a link in the way.
  await writeFile(path.join(home, "clone"), folder);
  await chown(home, ...ownerOf(account));
  await rm(folder, { force: true });
  await symlink(home, folder);
  return home;
}

/** The home that an earlier clone at this very place left behind: its link went with the clone. */
async function removeAbandoned(base: string, folder: string): Promise<void> {
  for (const name of (await readdir(base)).filter((entry) => entry.startsWith("tickmark-"))) {
    const clone = await readFile(path.join(base, name, "clone"), "utf8").catch(() => undefined);
    if (clone === folder) await rm(path.join(base, name), { recursive: true, force: true });
  }
}

async function furnish(folder: string, account: Account | undefined): Promise<ClusterHome> {
  const file = path.join(folder, "password");
  const known = await readOwn(file);
  const password = known || randomBytes(24).toString("base64url");
  if (known === "") await writeNew(file, password);
  // initdb reads it as the account that runs PostgreSQL.
  if (account) await lchown(file, ...ownerOf(account));
  return { folder, programs: await programsFor(account, folder), password, account };
}

/** The text of a file that is no link: the folder may belong to another account than ours. Empty when there is none. */
async function readOwn(file: string): Promise<string> {
  const opened = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => undefined);
  try {
    return (await opened?.readFile("utf8")) ?? "";
  } finally {
    await opened?.close();
  }
}
