import type { z } from "zod";

/** Tokens as the model's host counts them; estimated where it does not say. */
export type Usage = { readonly promptTokens: number; readonly completionTokens: number };

/** One step of work for a language model. */
export type Question<T> = {
  /** Names the step in the system message and in errors, such as `plan`. Never holds outside text. */
  readonly step: string;
  readonly system: string;
  readonly user: string;
  /** What an answer must look like. Its refinements are checked too; the model is told their words. */
  readonly schema: z.ZodType<T>;
  readonly maxOutputTokens: number;
  /** As many answers are asked for at most, useless ones counted; three when absent. */
  readonly mostAnswers?: 1 | 2;
  /**
   * What is wrong with an answer that fits the schema, in sentences for the model. They are put to it once;
   * what it answers then is returned even if something is still wrong, so the caller looks again.
   */
  readonly review?: (value: T) => readonly string[];
  /**
   * Called before each request for an answer, repairs too, with the tokens that it may cost at most. Throws when
   * that is too much; then the request is not sent.
   */
  readonly permit?: (tokens: number) => void;
  /** Called with what each answer cost, one that is of no use too, and awaited before anything else is done. */
  readonly spend?: (usage: Usage) => Promise<void>;
};

/** A language model that answers a question in the shape that was asked for. */
export interface LanguageModel {
  /** The model's name, as its host calls it. */
  readonly name: string;
  /** How many tokens a text has for this model; estimated where its tokenizer is not known. */
  loadTokenCounter(): Promise<(text: string) => number>;
  /**
   * Asks, repairs and asks again within its own bounds. Throws `RetryableError` when the host could not be reached, was busy or failed, after a bounded number
   * of repetitions; `ModelError` when the host refuses, or when every answer was nonsense: its message
   * names the step, never what was asked or answered. Sends nothing after the signal aborts, and then
   * throws the signal's reason. Asking twice costs twice: the caller saves what it must not pay for again.
   */
  ask<T>(question: Question<T>, signal: AbortSignal): Promise<T>;
}
