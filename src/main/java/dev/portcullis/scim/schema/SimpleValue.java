package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.types.AttributeDefinition;
import dev.portcullis.attribute.XsdDateTime;
import dev.portcullis.scim.message.ScimFault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** Reads values that are not complex, by their types (RFC 7643 §2.3); texts stay as they are. */
final class SimpleValue {

  /** What a decimal may have before its point, and behind it; filters compare no more digits. */
  private static final int MAX_DIGITS = 20;

  private SimpleValue() {}

  /**
   * The value of one attribute.
   *
   * @param name of the attribute, for the words of a refusal
   * @throws ScimFault if it is of another type
   */
  static Object read(AttributeDefinition.Type type, String name, JsonNode value) {
    return switch (type) {
      case BOOLEAN -> truth(name, value);
      case INTEGER -> integer(name, value);
      case DECIMAL -> decimal(name, value);
      case BINARY -> base64(name, text(name, value));
      case DATETIME -> dateTime(name, text(name, value));
      case REFERENCE -> reference(name, text(name, value));
      case STRING, COMPLEX -> text(name, value);
    };
  }

  private static Object truth(String name, JsonNode value) {
    return value
        .booleanValueOpt()
        .orElseThrow(() -> ScimFault.invalidValue("`" + name + "` must be true or false"));
  }

  private static String text(String name, JsonNode value) {
    return value
        .stringValueOpt()
        .orElseThrow(() -> ScimFault.invalidValue("`" + name + "` must be a text"));
  }

  private static Number integer(String name, JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw ScimFault.invalidValue("`" + name + "` must be a whole number of at most 64 bits");
    }
    return value.numberValue();
  }

  /** Equal numbers become equal values, however many zeros were sent. */
  private static Number decimal(String name, JsonNode value) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue().stripTrailingZeros();
      long before = (long) number.precision() - number.scale();
      if (before <= MAX_DIGITS && number.scale() <= MAX_DIGITS) {
        return number.scale() > 0 ? number : whole(number.toBigIntegerExact());
      }
    }
    throw ScimFault.invalidValue(
        "`"
            + name
            + "` must be a number with at most "
            + MAX_DIGITS
            + " digits before and behind its point");
  }

  /** As a document is read again: the smallest type that holds it. */
  private static Number whole(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return number.intValueExact();
    }
    return number.bitLength() < Long.SIZE ? (Number) number.longValueExact() : number;
  }

  private static String base64(String name, String text) {
    try {
      // Certificates come with line breaks, which RFC 4648 leaves to the format around them.
      byte[] _ = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
      return text;
    } catch (IllegalArgumentException _) {
      throw ScimFault.invalidValue("`" + name + "` must be encoded in base64");
    }
  }

  private static String dateTime(String name, String text) {
    if (XsdDateTime.parse(text).isEmpty()) {
      throw ScimFault.invalidValue(
          "`"
              + name
              + "` must be a date with a time, such as 2026-11-23T10:15:30Z, of the years 1 to"
              + " 9999");
    }
    return text;
  }

  private static String reference(String name, String text) {
    try {
      URI _ = new URI(text);
      return text;
    } catch (URISyntaxException _) {
      throw ScimFault.invalidValue(
          "`" + name + "` must be a URI: encode spaces and the like with percent signs");
    }
  }
}
