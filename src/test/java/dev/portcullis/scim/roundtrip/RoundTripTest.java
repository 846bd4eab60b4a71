package dev.portcullis.scim.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.ScimReplies;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What the discovery documents advertise works, attribute by attribute. */
@OnBothDatabases
class RoundTripTest {

  private final ScimClient scim;
  private final Laboratory laboratory;
  private final Trips trips;

  RoundTripTest(TestDatabase database) {
    Tenant tenant = PortcullisServer.on(database).tenant();
    CustomSchemas.declare(tenant);
    this.scim =
        new ScimClient(
            tenant.connection("rfc", "https://idp.example", ",\"dialect\":\"rfc\"").scim());
    this.laboratory = new Laboratory(scim);
    this.trips = new Trips(laboratory);
  }

  /** Every attribute of every schema of every resource type. */
  private List<Advertised> advertised() {
    List<Advertised> all = new ArrayList<>();
    for (JsonNode type : scim.get("/ResourceTypes").json().at("/Resources")) {
      String endpoint = type.at("/endpoint").asString("");
      addAll(all, endpoint, type.at("/schema").asString(""), false);
      for (JsonNode extension : type.at("/schemaExtensions")) {
        addAll(all, endpoint, extension.at("/schema").asString(""), true);
      }
    }
    return all;
  }

  private void addAll(List<Advertised> all, String endpoint, String urn, boolean extension) {
    Reply schema = scim.get("/Schemas/" + urn);
    assertThat(schema.status()).as(urn).isEqualTo(200);
    schema
        .json()
        .at("/attributes")
        .forEach(definition -> all.add(new Advertised(endpoint, urn, extension, definition)));
  }

  private Stream<DynamicTest> each(Consumer<Advertised> trip) {
    return advertised().stream()
        .filter(attribute -> !attribute.is("readOnly"))
        .map(attribute -> DynamicTest.dynamicTest("" + attribute, () -> trip.accept(attribute)));
  }

  private Stream<DynamicTest> eachReadable(Consumer<Advertised> trip) {
    return advertised().stream()
        .filter(attribute -> !attribute.is("readOnly"))
        .filter(attribute -> !attribute.returned().equals("never"))
        .map(attribute -> DynamicTest.dynamicTest("" + attribute, () -> trip.accept(attribute)));
  }

  @Test
  void everySchemaIsAdvertisedWithWhatItsOrganizationDeclared() {
    List<String> urns = advertised().stream().map(Advertised::urn).distinct().toList();
    assertThat(urns)
        .containsExactlyInAnyOrder(
            ScimClient.USER,
            ScimClient.GROUP,
            ScimClient.ENTERPRISE,
            CustomSchemas.OF_USERS,
            CustomSchemas.OF_GROUPS);
    assertThat(advertised()).hasSizeGreaterThan(60);
  }

  @TestFactory
  Stream<DynamicTest> itIsWrittenAndRead() {
    return each(trips::isWrittenAndRead);
  }

  @TestFactory
  Stream<DynamicTest> itIsFound() {
    return eachReadable(trips::isFound);
  }

  @TestFactory
  Stream<DynamicTest> itIsSorted() {
    return eachReadable(trips::isSorted);
  }

  @TestFactory
  Stream<DynamicTest> itIsReplaced() {
    return each(trips::isReplaced);
  }

  @TestFactory
  Stream<DynamicTest> itIsPatched() {
    return each(trips::isPatched);
  }

  @TestFactory
  Stream<DynamicTest> itsPartsArePatched() {
    return eachReadable(trips::partsArePatched);
  }

  /** What only the server writes is ignored in bodies, refused in patches, and can be asked for. */
  @TestFactory
  Stream<DynamicTest> readOnlyAttributesAreTheServers() {
    return advertised().stream()
        .filter(attribute -> attribute.is("readOnly"))
        .map(attribute -> DynamicTest.dynamicTest("" + attribute, () -> isReadOnly(attribute)));
  }

  private void isReadOnly(Advertised attribute) {
    JsonNode sent = laboratory.sample(attribute, 0);
    JsonNode made = laboratory.made(attribute, laboratory.body(attribute, sent));
    assertThat(made.toString()).doesNotContain("lpha 0");
    String patch =
        "{\"op\":\"replace\",\"path\":\"%s\",\"value\":%s}".formatted(attribute.path(), sent);
    ScimReplies.assertRefused(
        scim.patch(Laboratory.address(attribute, made), patch), 400, "mutability");
    assertThat(laboratory.finds(attribute, made, attribute.path() + " pr"))
        .isEqualTo(attribute.in(made).size() > 0);
  }

  /** A credential is taken in every kind of write and leaves no trace, nor can it be asked for. */
  @TestFactory
  Stream<DynamicTest> whatIsNeverReturnedCannotBeFoundEither() {
    return advertised().stream()
        .filter(attribute -> attribute.returned().equals("never"))
        .map(attribute ->
            DynamicTest.dynamicTest(
                "" + attribute,
                () ->
                    ScimReplies.assertRefused(
                        scim.query(attribute.endpoint(), "filter", attribute.path() + " pr"),
                        400,
                        "invalidFilter")));
  }
}
