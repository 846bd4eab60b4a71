package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeSchema;
import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import dev.portcullis.organization.SchemasVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The doorway to what an organization adds to the attributes of its users and groups.
 *
 * <p>Every change raises {@link SchemasVersion}, which also sees to it that of two changes at once
 * the second is decided again. A write of a user under way meanwhile may leave a value of what was
 * just taken away; nobody sees it, and it is gone with the next write of that user.
 */
@Component
public class AttributeSchemas {

  /** The most schemas of one organization. */
  public static final int MAX_SCHEMAS = 20;

  private static final String AUDITED = "scim-schema";

  private final AttributeSchemaRows rows;
  private final ExtensionValues values;
  private final SchemasVersion version;
  private final AuditTrail audit;

  AttributeSchemas(
      AttributeSchemaRows rows, ExtensionValues values, SchemasVersion version, AuditTrail audit) {
    this.rows = rows;
    this.values = values;
    this.version = version;
    this.audit = audit;
  }

  /** All schemas, in the order in which they were declared. */
  @OneTransaction(readOnly = true)
  public List<AttributeSchema> all(UUID organizationId) {
    return rows.all(organizationId);
  }

  /** The schema of that URN, whose case is no difference. */
  @OneTransaction(readOnly = true)
  public Optional<AttributeSchema> find(UUID organizationId, String urn) {
    return rows.find(organizationId, urn);
  }

  /** Declares a schema, whose attributes can be written from the next request on. */
  @OneTransaction
  public AttributeSchemaOutcome declare(Caller caller, AttributeSchema schema) {
    List<String> problems = schema.problems();
    if (!problems.isEmpty()) {
      return new AttributeSchemaOutcome.Rejected(problems);
    }
    UUID organizationId = caller.organizationId();
    long seen = version.of(organizationId);
    List<AttributeSchema> present = rows.all(organizationId);
    Optional<AttributeSchema> rival =
        present.stream().filter(other -> other.isAmbiguousWith(schema.urn())).findFirst();
    if (rival.isPresent()) {
      return new AttributeSchemaOutcome.Taken(rival.get().urn());
    }
    if (present.size() >= MAX_SCHEMAS) {
      return new AttributeSchemaOutcome.Rejected(
          List.of("there are %d schemas, the most that may be".formatted(MAX_SCHEMAS)));
    }
    rows.insert(organizationId, schema);
    version.raise(organizationId, seen);
    audit.record(caller, AuditEntry.created(AUDITED, schema.urn(), told(schema)));
    return new AttributeSchemaOutcome.Stored(schema);
  }

  /** Replaces a schema; what values are stored of stays as it is. The URN keeps its spelling. */
  @OneTransaction
  public AttributeSchemaOutcome replace(Caller caller, AttributeSchema schema) {
    List<String> problems = schema.problems();
    if (!problems.isEmpty()) {
      return new AttributeSchemaOutcome.Rejected(problems);
    }
    UUID organizationId = caller.organizationId();
    long seen = version.of(organizationId);
    Optional<AttributeSchema> found = rows.find(organizationId, schema.urn());
    if (found.isEmpty()) {
      return new AttributeSchemaOutcome.NotFound();
    }
    AttributeSchema before = found.get();
    List<List<String>> lost = before.lostIn(schema);
    long holders = lost.isEmpty() ? 0 : values.holders(organizationId, before, lost);
    if (holders > 0) {
      return new AttributeSchemaOutcome.InUse(lost, holders);
    }
    AttributeSchema after = schema.spelled(before.urn());
    rows.update(organizationId, after);
    version.raise(organizationId, seen);
    audit.record(caller, AuditEntry.updated(AUDITED, after.urn(), told(before), told(after)));
    return new AttributeSchemaOutcome.Stored(after);
  }

  /** Takes a schema away of which no values are stored. */
  @OneTransaction
  public AttributeSchemaOutcome delete(Caller caller, String urn) {
    UUID organizationId = caller.organizationId();
    long seen = version.of(organizationId);
    Optional<AttributeSchema> found = rows.find(organizationId, urn);
    if (found.isEmpty()) {
      return new AttributeSchemaOutcome.NotFound();
    }
    AttributeSchema schema = found.get();
    long holders = values.holders(organizationId, schema, List.of(List.of()));
    if (holders > 0) {
      return new AttributeSchemaOutcome.InUse(List.of(), holders);
    }
    rows.delete(organizationId, schema.urn());
    version.raise(organizationId, seen);
    audit.record(caller, AuditEntry.deleted(AUDITED, schema.urn(), told(schema)));
    return new AttributeSchemaOutcome.Deleted();
  }

  private static Map<String, ?> told(AttributeSchema schema) {
    return Map.of(
        "resourceType", schema.resourceType().wireName(),
        "name", schema.name(),
        "attributes", schema.attributes());
  }
}
