// Run as a process of its own by embedded-database.test.ts, to be killed.
import { startEmbeddedDatabase } from "#scripts/services/embedded-database.ts";

const [dataFolder = ""] = process.argv.slice(2);
const { pid, appUrl } = await startEmbeddedDatabase({ dataFolder, durable: false, log: () => {} });
console.log(JSON.stringify({ pid, appUrl }));
setInterval(() => {}, 1000);
