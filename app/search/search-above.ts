/** What stands above a search's results, as markup that the server drew, and which insights are in it. */
export type Above = { html: string; ids: readonly string[] };
