package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import com.unboundid.scim2.common.types.AttributeDefinition.Returned;
import com.unboundid.scim2.common.types.AttributeDefinition.Uniqueness;
import com.unboundid.scim2.common.types.ResourceTypeResource;
import com.unboundid.scim2.common.types.SchemaResource;
import dev.portcullis.scim.schema.ResourceSchemas;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private static AttributeDefinition user(String name) {
    return ResourceSchemas.STANDARD.user().attribute(name).orElseThrow();
  }

  @Test
  void everySchemaThatAResourceTypeNamesIsThere() {
    Set<String> known =
        Discovery.schemas(ResourceSchemas.STANDARD).stream()
            .map(SchemaResource::getId)
            .collect(Collectors.toSet());
    for (ResourceTypeResource type : Discovery.resourceTypes(ResourceSchemas.STANDARD)) {
      assertThat(known).contains(String.valueOf(type.getSchema()));
      assertThat(type.getSchemaExtensions())
          .allSatisfy(
              extension -> assertThat(known).contains(String.valueOf(extension.getSchema())));
    }
  }

  @Test
  void theUserSchemaSaysWhatIsEnforced() {
    assertThat(user("userName").isRequired()).isTrue();
    assertThat(user("userName").isCaseExact()).isFalse();
    assertThat(user("userName").getUniqueness()).isEqualTo(Uniqueness.SERVER);
    assertThat(user("password").getMutability()).isEqualTo(Mutability.WRITE_ONLY);
    assertThat(user("password").getReturned()).isEqualTo(Returned.NEVER);
    assertThat(user("groups").getMutability()).isEqualTo(Mutability.READ_ONLY);
    assertThat(user("id").getMutability()).isEqualTo(Mutability.READ_ONLY);
  }

  @Test
  void membersAreUsersOnly() {
    AttributeDefinition members =
        ResourceSchemas.STANDARD.group().attribute("members").orElseThrow();
    assertThat(members.getSubAttributes())
        .filteredOn(part -> part.getName().equals("type"))
        .allSatisfy(type -> assertThat(type.getCanonicalValues()).isEqualTo(List.of("User")));
  }

  @Test
  void onlyWhatWorksIsAdvertised() {
    var config = Discovery.serviceProviderConfig();
    assertThat(config.getPatch().isSupported()).isTrue();
    assertThat(config.getFilter().isSupported()).isTrue();
    assertThat(config.getFilter().getMaxResults()).isEqualTo(200);
    assertThat(config.getBulk().isSupported()).isTrue();
    assertThat(config.getBulk().getMaxOperations()).isEqualTo(1000);
    assertThat(config.getBulk().getMaxPayloadSize()).isEqualTo(1_048_576);
    assertThat(config.getSort().isSupported()).isTrue();
    assertThat(config.getEtag().isSupported()).isTrue();
    assertThat(config.getChangePassword().isSupported()).isFalse();
  }
}
