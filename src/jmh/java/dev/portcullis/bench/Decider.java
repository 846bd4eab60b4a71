package dev.portcullis.bench;

/** An engine that has the rules and knows the questions of a world. */
interface Decider {

  /** Whether the question of this number is answered with yes. */
  boolean allows(int question) throws Exception;
}
