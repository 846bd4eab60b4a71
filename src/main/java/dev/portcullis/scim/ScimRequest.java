package dev.portcullis.scim;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.ScimCredentials;
import dev.portcullis.directory.Precondition;
import dev.portcullis.organization.Caller;
import dev.portcullis.scim.dialect.InteropRule;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.BulkMessage;
import dev.portcullis.scim.message.MessageSchemas;
import dev.portcullis.scim.message.PatchMessage;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.schema.AttributeReader;
import dev.portcullis.scim.schema.RequestRewrite;
import dev.portcullis.scim.schema.ResourceSchema;
import dev.portcullis.scim.schema.ResourceSchemas;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** A request of a SCIM client: who sends it, how its dialect is read, and its parts. */
record ScimRequest(
    RequestSource source,
    ScimCredentials.Accepted client,
    ResourceLocations locations,
    ResourceSchemas schemas,
    Reading reading,
    RequestNotes notes) {

  /** The most resources on one page. */
  static final int MAX_COUNT = 200;

  /** The most resources on a page of which the client does not say how long it should be. */
  static final int DEFAULT_COUNT = 100;

  private static final Pattern UUID_TEXT =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  Caller caller() {
    return client.caller();
  }

  Connection connection() {
    return client.connection();
  }

  AttributeReader attributeReader() {
    return new AttributeReader(reading, notes);
  }

  /** The id in a path; what cannot be one of ours is absent before anything is looked up. */
  static UUID id(String text) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw Refusals.absent();
    }
    return UUID.fromString(text);
  }

  /** The resource in the body, which must name the schema. */
  ObjectNode resource(ResourceSchema schema) {
    ObjectNode body = body();
    RequestRewrite rewrite = new RequestRewrite(schema, reading, notes);
    MessageSchemas.require(body, schema.urn()).stream()
        .filter(urn -> !urn.equalsIgnoreCase(schema.urn()) && schema.extension(urn).isEmpty())
        .forEach(rewrite::unknownSchema);
    rewrite.resource(body);
    return body;
  }

  PatchMessage patch() {
    return PatchMessage.read(body());
  }

  BulkMessage bulk() {
    return BulkMessage.read(body());
  }

  /** Takes note of members that name nobody yet. */
  void noteParked(List<String> values) {
    if (!values.isEmpty()) {
      notes.breaksInterop(InteropRule.MEMBERS_ARE_KNOWN.breach());
      notes.add(values.size() + " of `members` parked: no such users yet");
    }
  }

  /** The body, whatever it says. */
  ObjectNode body() {
    return source.body();
  }

  Projection projection(ResourceSchema schema) {
    return Projection.of(parameter("attributes"), parameter("excludedAttributes"), schema);
  }

  /** What a search says of its results. */
  QueryParameters query() {
    return new QueryParameters(source);
  }

  /** The same client's request with other parts. */
  ScimRequest of(RequestSource other) {
    return new ScimRequest(other, client, locations, schemas, reading, notes);
  }

  Precondition precondition() {
    return source.precondition();
  }

  /** Whether the client has this version already (RFC 7644 §3.14). */
  boolean knows(long version) {
    return source.known().match(version);
  }

  private Optional<String> parameter(String name) {
    return source.parameter(name);
  }
}
