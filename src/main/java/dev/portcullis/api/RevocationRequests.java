package dev.portcullis.api;

import dev.portcullis.signin.RevokedSubject;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads whose tokens are to be revoked. The drafts call it {@code sub_id}, Okta and earlier drafts
 * {@code subject}; what is not known beside it is passed over.
 */
@Component
class RevocationRequests {

  private static final int MAX_TEXT = 1_000;

  private final RequestBodies bodies;

  RevocationRequests(RequestBodies bodies) {
    this.bodies = bodies;
  }

  RevokedSubject subject(byte[] body) {
    try {
      return subject(bodies.read(JsonNode.class, body));
    } catch (JacksonException | RequestFault e) {
      return new RevokedSubject.Unreadable("the body is not the JSON that it must be");
    }
  }

  private static RevokedSubject subject(JsonNode body) {
    JsonNode identifier = body.has("sub_id") ? body.get("sub_id") : body.path("subject");
    return switch (text(identifier, "format").orElse("")) {
      case "email" ->
          text(identifier, "email")
              .<RevokedSubject>map(RevokedSubject.Email::new)
              .orElseGet(RevocationRequests::unreadable);
      case "iss_sub" ->
          text(identifier, "iss")
              .flatMap(issuer ->
                  text(identifier, "sub")
                      .<RevokedSubject>map(id -> new RevokedSubject.IssuerSubject(issuer, id)))
              .orElseGet(RevocationRequests::unreadable);
      default -> unreadable();
    };
  }

  private static Optional<String> text(JsonNode object, String name) {
    return Stream.of(object.path(name))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .filter(text -> !text.isBlank() && text.length() <= MAX_TEXT)
        .findFirst();
  }

  private static RevokedSubject unreadable() {
    return new RevokedSubject.Unreadable(
        "`subject` must have the `format` `email` with an `email`, or `iss_sub` with `iss` and"
            + " `sub`");
  }
}
