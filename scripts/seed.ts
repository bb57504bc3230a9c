import { runCommand } from "./services/run-command.ts";
import { withServices } from "./services/with-services.ts";

await runCommand(() =>
  withServices(async () => {
    const { isEmptyLibrary } = await import("#db/demo/is-empty.server.ts");
    if (!(await isEmptyLibrary())) {
      throw new Error("This library has people in it: the demonstration is for an empty one only.");
    }
    const { seedDemoLibrary } = await import("#db/demo/seed-demo-library.server.ts");
    await seedDemoLibrary({
      onProgress: (done, total) => {
        if (done % 25 === 0 || done === total) console.log(`${done} of ${total} insights`);
      },
    });
    console.log("The demonstration library is there.");
  }),
);
