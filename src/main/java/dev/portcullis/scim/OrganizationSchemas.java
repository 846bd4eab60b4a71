package dev.portcullis.scim;

import dev.portcullis.connection.ScimCredentials;
import dev.portcullis.directory.AttributeSchemas;
import dev.portcullis.scim.schema.ResourceSchemas;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The schemas of organizations, kept in memory under the number that every request reads with its
 * token: a request pays no statement for them, and none works by schemas older than that number.
 */
@Component
class OrganizationSchemas {

  /** The most organizations whose schemas are kept. */
  private static final int MAX_ORGANIZATIONS = 1_000;

  private final AttributeSchemas declared;
  private final Map<UUID, Kept> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Kept> eldest) {
              return size() > MAX_ORGANIZATIONS;
            }
          });

  OrganizationSchemas(AttributeSchemas declared) {
    this.declared = declared;
  }

  private record Kept(long version, ResourceSchemas schemas) {}

  /** What the client's organization has; nothing is declared before the first change. */
  ResourceSchemas of(ScimCredentials.Accepted client) {
    if (client.schemasVersion() == 0) {
      return ResourceSchemas.STANDARD;
    }
    UUID organizationId = client.caller().organizationId();
    Kept known = kept.get(organizationId);
    return known != null && known.version() == client.schemasVersion()
        ? known.schemas()
        : compiled(organizationId, client.schemasVersion());
  }

  /** What is read now may be newer than the number that it is kept under, and never older. */
  private ResourceSchemas compiled(UUID organizationId, long version) {
    ResourceSchemas schemas = ResourceSchemas.with(declared.all(organizationId));
    kept.put(organizationId, new Kept(version, schemas));
    return schemas;
  }
}
