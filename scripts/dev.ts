// `npm start` with hot reload: the same parts, the pages made by Vite as they are asked for.
process.argv.push("--dev");
await import("./start.ts");

export {};
