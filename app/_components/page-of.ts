import { notFound } from "next/navigation";
import { AppError } from "@/lib/core/errors";

/**
 * What a page is made of; a record that does not exist, or an id that cannot be one, becomes the page
 * that says so. Other errors go on to the nearest error.tsx.
 */
export async function pageOf<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && (error.code === "not-found" || error.code === "invalid")) notFound();
    throw error;
  }
}
