import type { Response } from "express";
import type { Upload } from "./load-context.ts";

/** The whole body, once it has been taken in. */
export function bodyOf(res: Response): Buffer | undefined {
  return res.locals.body;
}

export function uploadsOf(res: Response): readonly Upload[] | undefined {
  return res.locals.uploads;
}
