package dev.portcullis.api;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads JSON bodies into this package's request records, strictly: no unknown and no repeated
 * properties, no coercion between types, and no text that a database could not hold.
 *
 * <p>It has a mapper of its own, so that the strictness concerns nobody else.
 */
@Component
final class RequestBodies extends AbstractHttpMessageConverter<Object> {

  /** The deepest nesting of a body. */
  static final int MAX_DEPTH = 64;

  private final JsonMapper mapper;

  RequestBodies() {
    super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    this.mapper = strict();
  }

  private static JsonMapper strict() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(LogicalType.Textual, RequestBodies::textOnly)
        .build();
  }

  private static void textOnly(MutableCoercionConfig texts) {
    List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
        .forEach(shape -> texts.setCoercion(shape, CoercionAction.Fail));
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type.getPackage() == RequestBodies.class.getPackage()
        || JsonNode.class.isAssignableFrom(type);
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
    byte[] body = message.getBody().readAllBytes();
    try {
      return read(type, body);
    } catch (JacksonException e) {
      throw new HttpMessageNotReadableException("unreadable JSON", e, message);
    }
  }

  /** The body as that type; problems are {@link JacksonException}s and {@link RequestFault}s. */
  <T> T read(Class<T> type, byte[] body) {
    JsonNode tree = mapper.readTree(body);
    LegibleText.check(tree);
    return RequestFault.required("body", mapper.treeToValue(tree, type));
  }

  /** A part of a body as that type; problems as of a whole one. */
  <T> T as(Class<T> type, JsonNode tree) {
    return RequestFault.required("body", mapper.treeToValue(tree, type));
  }

  @Override
  protected void writeInternal(Object body, HttpOutputMessage message) {
    throw new UnsupportedOperationException("replies are written by Spring's own converter");
  }
}
