package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Attributes as they lie in a column: JSON. */
@Component
class AttributesJson {

  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  private final JsonMapper json;

  AttributesJson(JsonMapper json) {
    this.json = json;
  }

  AttributeValues read(String text) {
    return new AttributeValues(json.readValue(text, TREE));
  }

  String written(AttributeValues attributes) {
    return json.writeValueAsString(attributes.asMap());
  }
}
