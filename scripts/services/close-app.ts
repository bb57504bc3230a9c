/** Lets go of what the application keeps open for a process's whole life: the job sender, then the pool. */
export async function closeApp(): Promise<void> {
  const { closeSender } = await import("#app/events/sender.server.ts");
  const { closeDb } = await import("#db/client.server.ts");
  await closeSender();
  await closeDb();
}
