// Remix 2 types loaders as JSON unless told that single fetch is on.
import "@remix-run/server-runtime";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}
