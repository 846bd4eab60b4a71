package dev.portcullis.scim.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import java.util.ArrayList;
import java.util.List;

/** Extension schemas with an attribute of every kind, one for users and one for groups. */
final class CustomSchemas {

  static final String OF_USERS = "urn:acme:params:scim:schemas:extension:roundtrip:1.0:User";
  static final String OF_GROUPS = "urn:acme:params:scim:schemas:extension:roundtrip:1.0:Group";

  private CustomSchemas() {}

  static void declare(Tenant tenant) {
    declare(tenant, OF_USERS, "User");
    declare(tenant, OF_GROUPS, "Group");
  }

  private static void declare(Tenant tenant, String urn, String resourceType) {
    Reply made =
        tenant
            .admin()
            .post(
                "/v1/scim-schemas",
                """
                {"id":"%s","name":"Round trip","description":"Every kind of attribute",
                 "resourceType":"%s","attributes":[%s]}\
                """
                    .formatted(urn, resourceType, String.join(",", attributes())));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  private static List<String> attributes() {
    List<String> all = new ArrayList<>();
    for (String type :
        List.of("string", "boolean", "integer", "decimal", "dateTime", "reference", "binary")) {
      boolean exact = type.equals("binary") || type.equals("reference");
      all.add(simple("one" + type, type, false, exact, "readWrite", "default"));
      if (!type.equals("boolean")) {
        all.add(simple("many" + type, type, true, exact, "readWrite", "default"));
      }
    }
    all.add(simple("exactText", "string", false, true, "readWrite", "default"));
    all.add(simple("fixedText", "string", false, false, "immutable", "default"));
    all.add(simple("alwaysText", "string", false, false, "readWrite", "always"));
    all.add(simple("requestedText", "string", false, false, "readWrite", "request"));
    all.add(complex("oneComplex", false));
    all.add(complex("manyComplex", true));
    return all;
  }

  private static String simple(
      String name,
      String type,
      boolean multiValued,
      boolean caseExact,
      String mutability,
      String returned) {
    return """
    {"name":"%s","type":"%s","multiValued":%s,"description":"x","required":false,"caseExact":%s,
     "mutability":"%s","returned":"%s","uniqueness":"none"%s}\
    """
        .formatted(
            name,
            type,
            multiValued,
            caseExact,
            mutability,
            returned,
            type.equals("reference") ? ",\"referenceTypes\":[\"external\"]" : "");
  }

  private static String complex(String name, boolean multiValued) {
    List<String> parts = new ArrayList<>();
    for (String type : List.of("string", "integer", "dateTime", "decimal")) {
      parts.add(simple("part" + type, type, false, false, "readWrite", "default"));
    }
    return """
    {"name":"%s","type":"complex","multiValued":%s,"description":"x","required":false,
     "mutability":"readWrite","returned":"default","subAttributes":[%s]}\
    """
        .formatted(name, multiValued, String.join(",", parts));
  }
}
