package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Attributes as they lie in a column: JSON. */
@Component
class AttributesJson {

  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  private final JsonMapper json;

  AttributesJson(JsonMapper json) {
    // A decimal number is what was sent, to its last digit.
    this.json = json.rebuild().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  }

  AttributeValues read(String text) {
    return new AttributeValues(json.readValue(text, TREE));
  }

  String written(AttributeValues attributes) {
    return json.writeValueAsString(attributes.asMap());
  }
}
