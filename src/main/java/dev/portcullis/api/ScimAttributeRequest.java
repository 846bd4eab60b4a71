package dev.portcullis.api;

import dev.portcullis.attribute.AttributeDefinition;
import dev.portcullis.attribute.AttributeDefinition.Mutability;
import dev.portcullis.attribute.AttributeDefinition.Returned;
import dev.portcullis.attribute.AttributeDefinition.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An attribute as RFC 7643 §7 writes it; what is left out has the defaults of §2.2. */
record ScimAttributeRequest(
    @Nullable String name,
    @Nullable String type,
    @Nullable List<@Nullable ScimAttributeRequest> subAttributes,
    @Nullable Boolean multiValued,
    @Nullable String description,
    @Nullable Boolean required,
    @Nullable List<@Nullable String> canonicalValues,
    @Nullable Boolean caseExact,
    @Nullable String mutability,
    @Nullable String returned,
    @Nullable String uniqueness,
    @Nullable List<@Nullable String> referenceTypes) {

  /**
   * The definitions of a list.
   *
   * @param where the list stands in the body
   */
  static List<AttributeDefinition> definitions(
      String where, @Nullable List<@Nullable ScimAttributeRequest> list) {
    List<AttributeDefinition> definitions = new ArrayList<>();
    for (ScimAttributeRequest attribute :
        Objects.requireNonNullElse(list, List.<@Nullable ScimAttributeRequest>of())) {
      String place = where + "." + definitions.size();
      definitions.add(RequestFault.required(place, attribute).definition(place));
    }
    return definitions;
  }

  private AttributeDefinition definition(String where) {
    if (uniqueness != null && !uniqueness.equals("none")) {
      throw invalid(where + ".uniqueness", "must be `none`: values are not compared between users");
    }
    return new AttributeDefinition(
        RequestFault.required(where + ".name", name),
        type(where + ".type"),
        Boolean.TRUE.equals(multiValued),
        Objects.requireNonNullElse(description, ""),
        Boolean.TRUE.equals(required),
        Boolean.TRUE.equals(caseExact),
        mutability(where + ".mutability"),
        returned(where + ".returned"),
        texts(where + ".canonicalValues", canonicalValues),
        texts(where + ".referenceTypes", referenceTypes),
        definitions(where + ".subAttributes", subAttributes));
  }

  private Type type(String where) {
    return type == null
        ? Type.STRING
        : Type.named(type)
            .orElseThrow(() ->
                invalid(
                    where,
                    "must be `string`, `boolean`, `decimal`, `integer`, `dateTime`, `binary`,"
                        + " `reference` or `complex`"));
  }

  private Mutability mutability(String where) {
    return switch (Objects.requireNonNullElse(mutability, "readWrite")) {
      case "readWrite" -> Mutability.READ_WRITE;
      case "immutable" -> Mutability.IMMUTABLE;
      default ->
          throw invalid(
              where,
              "must be `readWrite` or `immutable`: nobody but the client would write or read it");
    };
  }

  private Returned returned(String where) {
    return switch (Objects.requireNonNullElse(returned, "default")) {
      case "always" -> Returned.ALWAYS;
      case "default" -> Returned.DEFAULT;
      case "request" -> Returned.REQUEST;
      default ->
          throw invalid(
              where, "must be `default`, `always` or `request`: what is never shown is not kept");
    };
  }

  private static List<String> texts(String where, @Nullable List<@Nullable String> values) {
    return Objects.requireNonNullElse(values, List.<@Nullable String>of()).stream()
        .map(value -> RequestFault.required(where, value))
        .toList();
  }

  private static RequestFault invalid(String field, String message) {
    return RequestFault.invalid(field, "`" + field + "` " + message);
  }
}
