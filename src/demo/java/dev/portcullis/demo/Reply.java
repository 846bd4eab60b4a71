package dev.portcullis.demo;

import tools.jackson.databind.JsonNode;

/**
 * An answer of the server.
 *
 * @param question method and path of the request
 * @param body the body as JSON; a missing node where there is none or it is something else
 */
record Reply(String question, int status, JsonNode body, String text) {

  private static final int SHOWN_CHARACTERS = 400;

  /** The body, where the status is the one expected; everything else ends the piece of work. */
  JsonNode expect(int expectedStatus) {
    if (status != expectedStatus) {
      throw new UnexpectedReply(this, "expected " + expectedStatus);
    }
    return body;
  }

  private String shown() {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
  }

  /** An answer that the contract does not allow here. */
  static final class UnexpectedReply extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexpectedReply(Reply reply, String expectation) {
      super(
          "%s: %s, got %d %s"
              .formatted(reply.question(), expectation, reply.status(), reply.shown()));
    }
  }
}
