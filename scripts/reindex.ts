import { withServices } from "./services/with-services.ts";

const done = await withServices(async () => {
  const { reindex } = await import("#app/search/reindex.server.ts");
  let shown = -1;
  const outcome = await reindex({
    evenIfCurrent: true,
    onProgress: ({ done, total }) => {
      const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
      if (percent !== shown) console.error(`${done} of ${total} insights (${percent} %)`);
      shown = percent;
    },
  });
  return {
    rebuilt: "The search index has been built anew and is in use.",
    "not-needed": "The search index is whole.",
    "already-running": "Another process is building the index anew: nothing to do here.",
    "no-engine": "There is no search engine here, or its keys have not been minted: run migrate first.",
  }[outcome];
});
console.log(done);
