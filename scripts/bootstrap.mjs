// Runs before `npm start`, `npm test` and `npm run dev`, on whatever Node (20 or newer) the machine has: makes
// node_modules what package-lock.json and db/patches say. With nothing to do it is done in a moment.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withFileLock } from "./bootstrap/file-lock.mjs";
import { finishNativeParts } from "./bootstrap/native-parts.mjs";
import { findScriptsNode, isRecentEnough, oldestNode } from "./bootstrap/node-version.mjs";
import {
  applyPatches,
  describeWanted,
  installPackages,
  isInstalledByHand,
  readInstalled,
  writeInstalled,
} from "./bootstrap/packages.mjs";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));

async function bootstrap() {
  if (!isReady()) {
    const onWait = (pid) =>
      console.log(`Waiting for process ${pid ?? ""}, which is installing the packages.`);
    await withFileLock(join(folder, ".cache", "bootstrap.lock"), () => isReady() || prepare(), { onWait });
  }
  const { node } = readInstalled(folder);
  const version = existsSync(join(folder, "node_modules", ".bin", "node")) ? node : process.version;
  if (!isRecentEnough(version)) {
    throw new Error(
      `Corridor needs Node ${oldestNode} or newer. This machine has ${version}, and no newer one came with the packages.`,
    );
  }
}

function isReady() {
  const installed = readInstalled(folder);
  const wanted = describeWanted(folder);
  return (
    installed !== undefined && Object.entries(wanted).every(([name, value]) => installed[name] === value)
  );
}

function prepare() {
  const wanted = describeWanted(folder);
  const installed = readInstalled(folder);
  // A package patched before cannot be patched over: a changed patch wants the package as it was published.
  if (installed || !isInstalledByHand(folder)) {
    console.log(
      existsSync(join(folder, "node_modules"))
        ? "The installed packages are not those of package-lock.json: installing them anew."
        : "Installing the packages of package-lock.json. The first time takes half a minute or more.",
    );
    installPackages(folder);
  }
  applyPatches(folder);
  finishNativeParts(join(folder, "node_modules"));
  writeInstalled(folder, { ...wanted, node: findScriptsNode(folder) });
}

bootstrap().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
