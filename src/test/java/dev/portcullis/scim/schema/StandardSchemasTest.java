package dev.portcullis.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Type;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is enforced and advertised, against RFC 7643 §8.7.1 written down by hand.
 *
 * <p>A line has an attribute, its type, and whatever is not the default of §2.2. Where we say
 * otherwise than the RFC's JSON, it is on purpose: references and binary values are exact (§2.3), a
 * group's name is required (§4.2) and taken once, members and groups lead to what we have, and
 * addresses have a primary one (§2.4).
 */
class StandardSchemasTest {

  private static final String USER =
      """
      userName string required server
      name complex
      name.formatted string
      name.familyName string
      name.givenName string
      name.middleName string
      name.honorificPrefix string
      name.honorificSuffix string
      displayName string
      nickName string
      profileUrl reference exact ->external
      title string
      userType string
      preferredLanguage string
      locale string
      timezone string
      active boolean
      password string writeOnly never
      emails complex many
      emails.value string
      emails.display string
      emails.type string [home,other,work]
      emails.primary boolean
      phoneNumbers complex many
      phoneNumbers.value string
      phoneNumbers.display string
      phoneNumbers.type string [fax,home,mobile,other,pager,work]
      phoneNumbers.primary boolean
      ims complex many
      ims.value string
      ims.display string
      ims.type string [aim,gtalk,icq,msn,qq,skype,xmpp,yahoo]
      ims.primary boolean
      photos complex many
      photos.value reference exact ->external
      photos.display string
      photos.type string [photo,thumbnail]
      photos.primary boolean
      addresses complex many
      addresses.formatted string
      addresses.streetAddress string
      addresses.locality string
      addresses.region string
      addresses.postalCode string
      addresses.country string
      addresses.type string [home,other,work]
      addresses.primary boolean
      groups complex many readOnly
      groups.value string readOnly
      groups.$ref reference exact readOnly ->Group
      groups.display string readOnly
      groups.type string readOnly [direct,indirect]
      entitlements complex many
      entitlements.value string
      entitlements.display string
      entitlements.type string
      entitlements.primary boolean
      roles complex many
      roles.value string
      roles.display string
      roles.type string
      roles.primary boolean
      x509Certificates complex many
      x509Certificates.value binary exact
      x509Certificates.display string
      x509Certificates.type string
      x509Certificates.primary boolean
      """;

  private static final String ENTERPRISE_USER =
      """
      employeeNumber string
      costCenter string
      organization string
      division string
      department string
      manager complex
      manager.value string
      manager.$ref reference exact ->User
      manager.displayName string readOnly
      """;

  private static final String GROUP =
      """
      displayName string required server
      members complex many
      members.value string required exact immutable
      members.$ref reference exact immutable ->User
      members.display string immutable
      members.type string immutable [User]
      """;

  private static final String COMMON =
      """
      schemas string many required exact always
      id string exact readOnly always server
      externalId string exact
      meta complex readOnly
      meta.resourceType string exact readOnly
      meta.created datetime readOnly
      meta.lastModified datetime readOnly
      meta.location reference exact readOnly ->uri
      meta.version string exact readOnly
      """;

  private static Stream<String> lines(String prefix, Collection<AttributeDefinition> attributes) {
    return attributes.stream()
        .flatMap(attribute ->
            Stream.concat(
                Stream.of(prefix + line(attribute)),
                lines(prefix + attribute.getName() + ".", Parts.of(attribute))));
  }

  private static String line(AttributeDefinition attribute) {
    Stream<Optional<String>> facets =
        Stream.of(
            when(attribute.isMultiValued(), "many"),
            when(attribute.isRequired(), "required"),
            when(attribute.isCaseExact(), "exact"),
            unlessDefault(attribute.getMutability().getName(), "readWrite"),
            unlessDefault(attribute.getReturned().getName(), "default"),
            unlessDefault(Objects.requireNonNull(attribute.getUniqueness()).getName(), "none"),
            listed("[%s]", attribute.getCanonicalValues()),
            listed("->%s", attribute.getReferenceTypes()));
    return String.join(
        " ",
        Stream.concat(
                Stream.of(attribute.getName(), attribute.getType().name().toLowerCase(Locale.ROOT)),
                facets.flatMap(Optional::stream))
            .toList());
  }

  private static Optional<String> when(boolean holds, String facet) {
    return holds ? Optional.of(facet) : Optional.empty();
  }

  private static Optional<String> unlessDefault(String facet, String expected) {
    return when(!facet.equals(expected), facet);
  }

  private static Optional<String> listed(String form, @Nullable Collection<String> values) {
    return Optional.ofNullable(values)
        .filter(some -> !some.isEmpty())
        .map(some -> form.formatted(String.join(",", new TreeSet<>(some))));
  }

  private static void assertDefined(Collection<AttributeDefinition> defined, String expected) {
    assertThat(lines("", defined)).containsExactlyInAnyOrderElementsOf(expected.lines().toList());
  }

  @Test
  void usersHaveTheAttributesOfTheRfc() {
    ResourceSchema user = ResourceSchemas.STANDARD.user();
    assertThat(user.urn()).isEqualTo("urn:ietf:params:scim:schemas:core:2.0:User");
    assertThat(user.definition().getName()).isEqualTo("User");
    assertDefined(user.definition().getAttributes(), USER);
  }

  @Test
  void theirEnterpriseExtensionToo() {
    ResourceSchema enterprise = ResourceSchemas.ENTERPRISE_USER;
    assertThat(enterprise.urn())
        .isEqualTo("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User");
    assertThat(enterprise.definition().getName()).isEqualTo("EnterpriseUser");
    assertDefined(enterprise.definition().getAttributes(), ENTERPRISE_USER);
  }

  @Test
  void groupsToo() {
    ResourceSchema group = ResourceSchemas.STANDARD.group();
    assertThat(group.urn()).isEqualTo("urn:ietf:params:scim:schemas:core:2.0:Group");
    assertDefined(group.definition().getAttributes(), GROUP);
  }

  @Test
  void everyResourceHasTheCommonAttributesWhichNoSchemaLists() {
    assertDefined(StandardAttributes.common(), COMMON);
    for (ResourceSchema schema :
        List.of(ResourceSchemas.STANDARD.user(), ResourceSchemas.STANDARD.group())) {
      assertThat(schema.attribute("META")).isPresent();
      assertThat(schema.definition().getAttributes())
          .extracting(AttributeDefinition::getName)
          .doesNotContain("schemas", "id", "externalId", "meta");
    }
  }

  @Test
  void everythingIsDescribedAndComplexIffItHasParts() {
    ResourceSchemas.STANDARD.all().stream()
        .flatMap(schema -> schema.definition().getAttributes().stream())
        .flatMap(attribute -> Stream.concat(Stream.of(attribute), Parts.of(attribute).stream()))
        .forEach(attribute -> {
          assertThat(attribute.getDescription()).isNotBlank().doesNotContain("\n");
          assertThat(Parts.of(attribute).isEmpty()).isEqualTo(attribute.getType() != Type.COMPLEX);
        });
  }
}
